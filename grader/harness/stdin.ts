import type { ChildProcess } from 'node:child_process'
import { closeSync, constants, openSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { makeFifo } from './fifo.ts'

export type Stdin = {
  readonly theirs: number | 'pipe'
  started(child: ChildProcess): void
  write(text: string): void
  /** End-of-file, after everything that was written; true the first time. */
  close(): boolean
  /** Gives back every descriptor, read or not. */
  release(): void
}

const retryMs = 10
const nudgeMs = 50

/**
 * A real pipe, as a shell gives: Node's own 'pipe' is a socket pair on which opening /dev/stdin fails.
 * Windows has no FIFOs, so there it is Node's.
 */
export function openStdin(folder: string): Stdin {
  return process.platform === 'win32' ? socketPair() : fifo(join(folder, 'stdin'))
}

function fifo(path: string): Stdin {
  makeFifo(path)
  const fds = new Set<number>()
  const open = (flags: number) => {
    const fd = openSync(path, flags)
    fds.add(fd)
    return fd
  }
  const close = (fd: number) => fds.delete(fd) && closeSync(fd)
  const ours = open(constants.O_RDWR | constants.O_NONBLOCK)
  const theirs = open(constants.O_RDONLY)
  const spare = open(constants.O_RDONLY | constants.O_NONBLOCK)
  unlinkSync(path)
  let waiting = Buffer.alloc(0)
  let closing = false
  let timer: NodeJS.Timeout | undefined

  const flush = () => {
    try {
      while (waiting.length > 0) waiting = waiting.subarray(writeSync(ours, waiting))
    } catch {
      timer = setTimeout(flush, retryMs).unref() // full: the program has not read yet
      return
    }
    timer = undefined
    if (closing) end()
  }
  const end = () => {
    close(ours)
    timer = setInterval(nudge, nudgeMs).unref()
  }
  // Opening a FIFO without a writer waits for one, which a pipe does not: a program that opens /dev/stdin after the
  // end of its input would hang. A writer that comes and goes lets it in (Linux, fifo_open).
  const nudge = () => {
    try {
      closeSync(openSync(`/proc/self/fd/${spare}`, constants.O_WRONLY | constants.O_NONBLOCK))
    } catch {
      // no /proc: not Linux
    }
  }
  return {
    theirs,
    started: () => void close(theirs),
    write(text) {
      if (closing || !fds.has(ours)) return
      waiting = Buffer.concat([waiting, Buffer.from(text)])
      if (timer === undefined) flush()
    },
    close() {
      if (closing || !fds.has(ours)) return false
      closing = true
      if (timer === undefined) end()
      return true
    },
    release() {
      clearTimeout(timer)
      for (const fd of fds) close(fd)
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
    release: () => void input?.destroy(),
  }
}
