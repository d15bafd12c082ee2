import { linesOf, rightLines } from '../../model/lines.ts'
import type { CaseOf } from '../finding.ts'
import { sent, bytesOf } from './story.ts'
import { quote } from './text.ts'

/** A conversation in lines at the moment it broke. */
export type Talk = {
  readonly broken: CaseOf<'line-replies'>
  /** The lines that the client had sent, without their ends, and what it had begun after them. */
  readonly asked: readonly Uint8Array[]
  readonly begun: Uint8Array
  /** How many replies in a row were right, and the replies from the first wrong one on. */
  readonly right: number
  readonly replies: readonly Uint8Array[]
  readonly rest: Uint8Array
  /** What was wanted there, and the line it was wanted for. */
  readonly want: readonly Uint8Array[]
  readonly line: Uint8Array
}

const nothing = new Uint8Array()

export function talkOf(broken: CaseOf<'line-replies'>): Talk {
  const { by, before, want, got } = broken.expectation
  const { lines: asked, rest: begun } = linesOf(bytesOf(sent(broken, by)))
  const { right, size } = rightLines(want, got)
  const { lines: replies, rest } = linesOf(got.subarray(size))
  const line = asked[before + right] ?? nothing
  return { broken, asked, begun, right, replies, rest, want: want[right] ?? [], line }
}

/** The writes of the client that misses something. */
export const writesOf = (broken: CaseOf<'line-replies' | 'after-lines'>): Uint8Array[] =>
  sent(broken, broken.expectation.by).map(({ bytes }) => bytes ?? nothing)

/** Whether the end of one of its first `lines` lines came in two writes: one ended with `last`, and `first` began the next. */
export function isCutBetween(
  broken: CaseOf<'line-replies' | 'after-lines'>,
  last: number,
  first: number,
  lines = Infinity,
): boolean {
  const writes = writesOf(broken)
  return writes.some((write, i) => {
    const ended = Buffer.concat(writes.slice(0, i)).filter((byte) => byte === first).length
    return write[0] === first && writes[i - 1]?.at(-1) === last && ended < lines
  })
}

/** The writes in which a client sent its last line, when there were several. */
export function piecesOf({ broken }: Talk): readonly Uint8Array[] {
  const sends = writesOf(broken)
  const last = sends.slice(0, -1).findLastIndex((bytes) => bytes.includes(10))
  return sends.slice(last + 1)
}

/** `'hel' + 'lo\n'`, for a sentence. */
export function joined(pieces: readonly Uint8Array[], most = 4): string {
  const shown = pieces.slice(0, most).map((piece) => quote(piece, 14))
  return [...shown, ...(pieces.length > most ? ['…'] : [])].join(' + ')
}

/** `'A', 'B' and 7 more` */
function listed(lines: readonly Uint8Array[], most = 3): string {
  const shown = lines.slice(0, most).map((line) => quote(line, 20))
  return `${shown.join(', ')}${lines.length > most ? ` and ${lines.length - most} more` : ''}`
}

/** `3 replies: 'A', 'B', 'C'` */
export function repliesShown(lines: readonly Uint8Array[]): string {
  if (lines.length === 0) return 'no reply'
  return `${lines.length} ${lines.length === 1 ? 'reply' : 'replies'}: ${listed(lines)}`
}
