import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { sep } from 'node:path'

const mostBytes = 1024 * 1024

export type Entry =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** Reads an entry of a submission, which may be anything: only a plain UTF-8 file inside the submission is text. */
export function readEntry(path: string, submission: string): Entry {
  const unreadable = (reason: string): Entry => ({ kind: 'unreadable', reason })
  let real: string
  try {
    lstatSync(path)
    real = realpathSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return isDangling(path) ? unreadable('is a link to nothing') : { kind: 'missing' }
    return unreadable(`cannot be read (${code})`)
  }
  if (!real.startsWith(realpathSync(submission) + sep)) return unreadable('is a link that leaves the submission')
  let fd: number
  try {
    // A FIFO would block an ordinary open for ever.
    fd = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  } catch (error) {
    return unreadable(`cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
  try {
    const stat = fstatSync(fd)
    if (stat.isDirectory()) return unreadable('is a folder, not a file')
    if (!stat.isFile()) return unreadable(stat.isFIFO() ? 'is a FIFO, not a file' : 'is a device, not a file')
    if (stat.size > mostBytes) return unreadable(`has ${stat.size} bytes; the limit is 1 MiB`)
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(fd)) }
  } catch (error) {
    return unreadable(error instanceof TypeError ? 'is not UTF-8 text; save it as UTF-8' : `cannot be read (${String(error)})`)
  } finally {
    closeSync(fd)
  }
}

function isDangling(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

/** Whether two texts are the same to a reader: line endings, trailing blanks and a byte order mark aside. */
export const sameText = (a: string, b: string): boolean => plain(a) === plain(b)

const plain = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trimEnd()
