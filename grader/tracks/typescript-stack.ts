import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ProgramError } from '../model/program.ts'
import { callIn, isTheirs, placeOf, rootCause, sourceLine, tameLines } from './excerpt.ts'

const frame = /^\s+at \S/
const emitted = /^\s*Emitted 'error' event/
const longestMessageLines = 12

// From the surest to the least sure: `failed: TypeError [ERR_X]: text`, `Oops [Error]: text`, `Oops: text`.
const headlines = [
  /^(?:.{0,120}?[\s[])?((?:[A-Za-z_]\w{0,60})?(?:Error|Exception|Rejection))(?: \[(\w{1,60})\])?(?:: (.*))?$/,
  /^\s*(?:\[cause\]: )?([A-Za-z_]\w{0,60}) \[\w{0,40}(?:Error|Exception)()\](?:: (.*))?$/,
  /^\s*(?:\[cause\]: )?([A-Za-z_]\w{0,60})(?: \[(\w{1,60})\])?: (.*)$/,
]
const withoutFrames =
  /^(?:Uncaught )?\[?([A-Z]\w{0,60}(?:Error|Exception|Rejection))(?: \[(\w{1,60})\])?: (.*?)\]?(?: \{)?$/

/**
 * Reads the last error in what a Node program printed. Of an error with causes or of several at once it is the first
 * that has a code, else the innermost.
 */
export function readStack(stderr: string, entry: string): ProgramError | null {
  const lines = tameLines(stderr)
  const starts = lines.flatMap((line, i) =>
    startsFrames(lines, line, i) ? [headlineAbove(lines, i - 1)] : [],
  )
  const own = starts.findLastIndex((at) => !/^\s/.test(lines[at] ?? ''))
  const errors = starts
    .slice(Math.max(own, 0))
    .map((at, i, all) => readBlock(lines.slice(at, all[i + 1]), entry))
    .filter(({ type }, _, all) => type !== 'AggregateError' || all.length === 1)
  return rootCause(errors) ?? readWithoutFrames(lines)
}

const startsFrames = (lines: readonly string[], line: string, i: number): boolean => {
  const above = lines[i - 1] ?? ''
  return frame.test(line) && above.trim() !== '' && !frame.test(above) && !emitted.test(above)
}

/** A message may have several lines: the headline is the nearest line above the frames that looks like one. */
function headlineAbove(lines: readonly string[], last: number): number {
  const near = Array.from({ length: longestMessageLines }, (_, i) => last - i)
  const end = near.findIndex((i) => i < 0 || frame.test(lines[i] ?? '') || lines[i] === '')
  const window = end === -1 ? near : near.slice(0, end)
  for (const headline of headlines) {
    const found = window.find((i) => headline.test(lines[i] ?? ''))
    if (found !== undefined) return found
  }
  return Math.max(last, 0)
}

function readBlock(lines: readonly string[], entry: string): ProgramError {
  const head = lines[0] ?? ''
  const match = headlines.map((headline) => headline.exec(head)).find((found) => found !== null)
  const [, type = 'Error', bracketed = '', message = match == null ? head.trim() : ''] = match ?? []
  const theirs = lines.map((line) => placeIn(line, entry)).find((place) => place !== null)
  const source = theirs == null ? null : sourceLine(theirs.path, theirs.line, entry)
  const rest = lines.join('\n')
  return {
    type,
    message: message.slice(0, 300),
    code: /\bcode: '(\w+)'/.exec(rest)?.[1] ?? (bracketed === '' ? null : bracketed),
    call: /\bsyscall: '(\w+)'/.exec(rest)?.[1] ?? callIn(source),
    place: theirs == null ? null : placeOf(theirs.path, theirs.line, entry),
    source,
  }
}

// Folder names may hold blanks and brackets, so a frame is read from both of its ends.
function placeIn(line: string, entry: string): { readonly path: string; readonly line: number } | null {
  const end = /:(\d{1,9}):\d{1,9}\)?(?:,| \{)?$/.exec(line)
  if (end === null || !frame.test(line) || line.includes('<anonymous>:')) return null
  const start = /file:\/\/|\/|[A-Za-z]:\\/.exec(line)
  if (start === null) return null
  try {
    const text = line.slice(start.index, end.index)
    const path = resolve(text.startsWith('file://') ? fileURLToPath(text) : text)
    return isTheirs(path, entry) ? { path, line: Number(end[1]) } : null
  } catch {
    return null
  }
}

function readWithoutFrames(lines: readonly string[]): ProgramError | null {
  const nothing = { code: null, call: null, place: null, source: null }
  const thrown = lines.findLastIndex((line) => line.startsWith('(Use `node --trace-uncaught'))
  if (thrown > 0) return { type: 'Uncaught', message: (lines[thrown - 1] ?? '').slice(0, 300), ...nothing }
  const last = lines.findLast((line) => withoutFrames.test(line))
  const [, type = '', code = null, message = ''] = withoutFrames.exec(last ?? '') ?? []
  return last === undefined ? null : { ...nothing, type, message: message.slice(0, 300), code }
}
