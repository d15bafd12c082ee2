import { constants } from 'node:os'
import type { ProgramError } from '../model/program.ts'
import { callIn, isTheirs, placeOf, rootCause, tameLines } from './excerpt.ts'

const header = /^(?:Exception Group )?Traceback \(most recent call last\):$/
const frame = /^ {2}File "(.*)", line (\d+)/
const connector = /^(?:During handling of the above exception|The above exception was the direct cause)/
const headline = /^([A-Za-z_][\w.<>]*)(?:: ?(.*))?$/
// Of an exception group: `  | ` and `  + ` before what would be there without the group.
const groupMargin = /^ +[|+] /
const groupRule = /^ *\+[-+]*[- ]*\d*[- ]*$/
const group = /^(?:Base)?ExceptionGroup$/

/**
 * Reads the last error in what a Python program printed. Of chained and grouped exceptions it is the first with an
 * errno, else the last: a `NameError` in a `finally` hides an `OSError` that came before it.
 */
export function readTraceback(stderr: string, entry: string): ProgramError | null {
  const blocks = splitBlocks(tameLines(stderr))
  const last = blocks.findLastIndex(({ linked }) => !linked)
  const errors = blocks.slice(Math.max(last, 0)).flatMap(({ lines }) => readBlock(lines, entry) ?? [])
  const single = errors.filter(({ type }) => !group.test(type))
  return rootCause(single) ?? errors.at(-1) ?? null
}

/** Lines from one header to the next; `linked` when this traceback belongs to the one above it. */
type Block = { readonly lines: string[]; readonly linked: boolean }

function splitBlocks(raw: readonly string[]): Block[] {
  const blocks: Block[] = []
  let linked = false
  for (const line of raw) {
    const grouped = groupMargin.test(line)
    const text = grouped ? line.replace(groupMargin, '') : line
    if (groupRule.test(line)) linked = true
    else if (connector.test(text)) linked = true
    else if (header.test(text) || startsSyntaxError(text, blocks.at(-1))) {
      blocks.push({ lines: [text], linked })
      linked = false
    } else if (text !== '') {
      blocks.at(-1)?.lines.push(text)
      linked = false
    }
  }
  return blocks
}

// A program that does not parse has no header: its first frame stands alone.
const startsSyntaxError = (text: string, block: Block | undefined): boolean =>
  frame.test(text) && (block === undefined || endOf(block.lines) !== -1)

// The first line that is not indented ends the frames: the exception itself.
const endOf = (lines: readonly string[]): number => lines.findIndex((line, i) => i > 0 && headline.test(line))

function readBlock(lines: readonly string[], entry: string): ProgramError | null {
  const end = endOf(lines)
  const [, type = '', message = ''] = headline.exec(lines[end] ?? '') ?? []
  if (type === '') return null
  const theirs = lines
    .slice(0, end)
    .map((line, i) => ({ frame: frame.exec(line), source: sourceAfter(lines[i + 1]) }))
    .filter(({ frame: found }) => isTheirs(found?.[1] ?? '', entry))
    .at(-1)
  const [, path = '', line = ''] = theirs?.frame ?? []
  return {
    type: type.replace(/^.*\./, ''),
    message: message.slice(0, 300),
    code: codeOf(message),
    call: callIn(theirs?.source ?? null),
    place: theirs === undefined ? null : placeOf(path, line, entry),
    source: theirs?.source ?? null,
  }
}

const sourceAfter = (line: string | undefined): string | null =>
  line !== undefined && /^ {4}/.test(line) ? line.trim().slice(0, 200) : null

const names = new Map(Object.entries(constants.errno).map(([name, number]) => [number, name]))

function codeOf(message: string): string | null {
  const number = /^\[(?:Errno|WinError) (\d+)\]/.exec(message)?.[1]
  return number === undefined ? null : (names.get(Number(number)) ?? null)
}
