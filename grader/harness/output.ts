import { closeSync, constants, fstatSync, openSync, readSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'

/** More than this is a flood, not a log. */
export const floodBytes = 8 * 1024 * 1024

const { O_APPEND, O_CREAT, O_EXCL, O_RDWR } = constants

/**
 * A file without a name that a program writes to. A raw descriptor, because a pipe that some surviving child
 * still holds never ends, and because what was written before a SIGKILL must not be lost.
 */
export class Output {
  readonly fd: number
  #closed = false

  constructor(folder: string, name: string) {
    const path = join(folder, name)
    // Appending, because a program that also opens /dev/stdout would otherwise write over its own text.
    this.fd = openSync(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND, 0o600)
    if (process.platform !== 'win32') unlinkSync(path)
  }

  size(): number {
    return this.#closed ? 0 : fstatSync(this.fd).size
  }

  /** Bytes from `from`, at most `most` of them. */
  read(from: number, most: number): Buffer {
    const buffer = Buffer.alloc(Math.max(0, Math.min(most, this.size() - from)))
    return buffer.subarray(0, buffer.length === 0 ? 0 : readSync(this.fd, buffer, 0, buffer.length, from))
  }

  head(most: number): string {
    return this.read(0, most).toString('utf8')
  }

  tail(most: number): string {
    return this.read(Math.max(0, this.size() - most), most).toString('utf8')
  }

  /** Once: the number of a closed descriptor may belong to somebody else a moment later. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    closeSync(this.fd)
  }
}
