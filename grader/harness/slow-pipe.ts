import { closeSync, constants, openSync, readSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { makeFifo } from './fifo.ts'
import { floodBytes } from './output.ts'

const pageBytes = 64 * 1024
const pauseMs = 500
const sipBytes = 32 * 1024

/**
 * A pipe that a program writes to and that is read slowly, as by `program | less`: the first page at once, then nothing
 * for a while, then little by little. Everything read is kept, up to a flood. A file takes whatever is written to it; a
 * pipe is soon full, and a program that leaves before its reader has caught up takes with it what it had only queued.
 */
export class SlowPipe {
  readonly fd: number
  readonly #ours: number
  readonly #kept = Buffer.alloc(floodBytes + pageBytes)
  readonly #open: Set<number>
  #size = 0
  #goesOnAtMs = 0

  constructor(folder: string, name: string) {
    const path = join(folder, name)
    makeFifo(path)
    // Two descriptions of one pipe: ours never waits, theirs does, as a program expects of its standard output.
    this.#ours = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    this.fd = openSync(path, constants.O_WRONLY)
    this.#open = new Set([this.#ours, this.fd])
    unlinkSync(path)
  }

  /** The program has a copy of its end. */
  started(): void {
    this.#close(this.fd)
  }

  /** Reads as much as a slow reader has time for now. */
  sip(): void {
    if (performance.now() < this.#goesOnAtMs) return
    const firstPage = this.#size < pageBytes
    this.#take(firstPage ? pageBytes - this.#size : sipBytes)
    if (firstPage && this.#size >= pageBytes) this.#goesOnAtMs = performance.now() + pauseMs
  }

  /** Reads all that is in the pipe: its program has ended and adds nothing any more. */
  drain(): void {
    while (this.#take(sipBytes) > 0);
  }

  size(): number {
    return this.#size
  }

  read(from: number, most: number): Buffer {
    return this.#kept.subarray(from, Math.min(this.#size, from + most))
  }

  head = (most: number): string => this.read(0, most).toString('utf8')
  tail = (most: number): string => this.read(Math.max(0, this.#size - most), most).toString('utf8')

  close(): void {
    for (const fd of this.#open) this.#close(fd)
  }

  #close(fd: number): void {
    if (this.#open.delete(fd)) closeSync(fd)
  }

  #take(most: number): number {
    const room = Math.min(most, this.#kept.length - this.#size)
    if (room === 0 || !this.#open.has(this.#ours)) return 0
    try {
      const count = readSync(this.#ours, this.#kept, this.#size, room, null)
      this.#size += count
      return count
    } catch {
      return 0 // empty, and somebody may still write (EAGAIN)
    }
  }
}
