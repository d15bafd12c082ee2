import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
  type Stats,
} from 'node:fs'
import { dirname, sep } from 'node:path'

const mostBytes = 1024 * 1024

export type Entry =
  /** `path` is the real one, behind links inside the submission. */
  | { readonly kind: 'text'; readonly text: string; readonly path: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** Reads an entry of a submission, which may be anything: only a plain UTF-8 file inside the submission is text. */
export function readEntry(path: string, submission: string): Entry {
  try {
    const real = realpathSync(path)
    const reason = whyUnfit(real, submission)
    return reason === null ? readText(real) : { kind: 'unreadable', reason }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const absent = code === 'ENOENT' || code === 'ENOTDIR'
    if (absent && !leadsNowhere(path, submission)) return { kind: 'missing' }
    return {
      kind: 'unreadable',
      reason: absent ? 'lies behind a link to nothing' : whyNot(code ?? String(error)),
    }
  }
}

function readText(real: string): Entry {
  // Looked at again once it is open, and without waiting: a FIFO would block an ordinary open for ever.
  const fd = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  try {
    const reason = whyUnfitFile(fstatSync(fd))
    if (reason !== null) return { kind: 'unreadable', reason }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(fd))
    // UTF-16 without a byte order mark is full of zero bytes.
    if (text.includes('\0')) return { kind: 'unreadable', reason: notText }
    return { kind: 'text', text, path: real }
  } finally {
    closeSync(fd)
  }
}

const notText = 'is not UTF-8 text; save it as UTF-8'

function whyUnfit(real: string, submission: string): string | null {
  if (!real.startsWith(realpathSync(submission) + sep)) return 'lies behind a link that leaves the submission'
  return whyUnfitFile(statSync(real))
}

function whyUnfitFile(stat: Stats): string | null {
  if (stat.isDirectory()) return 'is a folder, not a file'
  if (stat.isFIFO()) return 'is a FIFO, not a file'
  if (!stat.isFile()) return 'is a device or a socket, not a file'
  return stat.size > mostBytes ? `has ${stat.size} bytes; the limit is 1 MiB` : null
}

function whyNot(code: string): string {
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return notText
  if (code === 'ELOOP') return 'lies behind links that lead in a circle'
  if (code === 'EACCES' || code === 'EPERM')
    return `may not be read (${code}); give everybody read permission`
  return `cannot be read (${code})`
}

/** Whether the path, or a folder on the way to it, is a link whose target does not exist. */
function leadsNowhere(path: string, submission: string): boolean {
  for (let each = path; each.length > submission.length; each = dirname(each)) {
    if (!existsSync(each) && isLink(each)) return true
  }
  return false
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

/**
 * Whether two texts say the same: line endings, a byte order mark, empty lines and blanks aside. How deep a line is
 * indented counts, because in Python it means something; by what does not.
 */
export const sameText = (a: string, b: string): boolean => plain(a) === plain(b)

function plain(text: string): string {
  const open: number[] = []
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
  return lines.map((line) => `${depthOf(line, open)} ${line.trim().split(/\s+/).join(' ')}`).join('\n')
}

/** How many indented lines a line stands in, as Python counts them; `open` holds their widths. */
function depthOf(line: string, open: number[]): number {
  const width = (/^\s*/.exec(line)?.[0] ?? '').replace(/\t/g, '        ').length
  while ((open.at(-1) ?? 0) > width) open.pop()
  if (width > (open.at(-1) ?? 0)) open.push(width)
  return open.length
}
