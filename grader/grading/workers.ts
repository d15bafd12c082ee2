import type { ChildProcess } from 'node:child_process'
import { channel } from 'node:diagnostics_channel'
import { readdirSync, readlinkSync } from 'node:fs'

const children = new Set<ChildProcess>()

// Node tells of every process that this one starts; Jest keeps its workers to itself.
channel('child_process').subscribe((message) => {
  const { process: child } = message as { process: ChildProcess }
  children.add(child)
  child.once('exit', () => children.delete(child))
})

// A worker that dies while it starts a program has not yet told anybody of it.
const sweepsMs = [0, 50, 150]

/**
 * Kills Jest's workers, which would go on grading when this process is gone, and the programs at home in `scratch`.
 * Blocks meanwhile: Jest must not take the end of its workers for a result.
 */
export function endWorkers(scratch: string): void {
  for (const child of children) if (child.connected) child.kill('SIGKILL')
  for (const waitMs of sweepsMs) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs)
    for (const pid of livingIn(scratch)) killQuietly(pid)
  }
}

/** Processes whose working directory is below a folder; only on Linux can that be told. */
function livingIn(folder: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && homeOf(pid).startsWith(`${folder}/`))
}

function homeOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // gone already
  }
}
