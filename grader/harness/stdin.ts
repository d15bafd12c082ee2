import { execFileSync, type ChildProcess } from 'node:child_process'
import { closeSync, constants, openSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'

export type Stdin = {
  readonly theirs: number | 'pipe'
  started(child: ChildProcess): void
  write(text: string): void
  /** End-of-file; true the first time. */
  close(): boolean
}

/**
 * A real pipe, as a shell gives: Node's own 'pipe' is a socket pair on which opening /dev/stdin fails.
 * Windows has no FIFOs, so there it is Node's.
 */
export function openStdin(folder: string): Stdin {
  if (process.platform === 'win32') return socketPair()
  const path = join(folder, 'stdin')
  execFileSync('mkfifo', ['-m', '600', path], { env: { PATH: '/usr/bin:/bin' } })
  const ours = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  const theirs = openSync(path, constants.O_RDONLY)
  unlinkSync(path)
  let open = true
  return {
    theirs,
    started: () => closeSync(theirs),
    write(text) {
      if (open) writeSync(ours, text)
    },
    close() {
      if (!open) return false
      closeSync(ours)
      open = false
      return true
    },
  }
}

function socketPair(): Stdin {
  let input: Writable | null = null
  return {
    theirs: 'pipe',
    started(child) {
      input = child.stdin
      input?.on('error', () => {})
    },
    write: (text) => void input?.write(text),
    close() {
      if (input === null || input.writableEnded) return false
      input.end()
      return true
    },
  }
}
