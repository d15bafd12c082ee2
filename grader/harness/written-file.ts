import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/**
 * What a program has written to a file, at most `mostBytes` of it; null when there is no such file. A program may put
 * anything there: a link, a pipe and a folder are no file.
 */
export function writtenFile(path: string, mostBytes: number): Buffer | null {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  let file: number
  try {
    file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  } catch {
    return null
  }
  try {
    const status = fstatSync(file)
    if (!status.isFile()) return null
    const bytes = Buffer.alloc(Math.min(status.size, mostBytes))
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0))
  } catch {
    return null
  } finally {
    closeSync(file)
  }
}
