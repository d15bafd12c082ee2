import { linesOf } from './lines.ts'

type Bytes = Uint8Array

type OtherLine = { readonly line: number; readonly want: string; readonly got: string }

/** In which way a mail arrived differently from how it was written; its lines count from 1. */
export type MessageFlaw =
  /** So many of its lines do not end in CR LF. */
  | { readonly of: 'bare-lf'; readonly bare: number; readonly all: number }
  /** Its lines end in CR CR LF. */
  | { readonly of: 'double-cr' }
  /** It has one more empty line at its end. */
  | { readonly of: 'last-line' }
  /** It ended at one of its lines `.`. */
  | { readonly of: 'cut'; readonly line: number; readonly all: number }
  /** A line was to be another: a dot is missing in front, or there are more dots than were sent. */
  | ({ readonly of: 'dot-lost' } & OtherLine)
  | ({ readonly of: 'dot-added' } & OtherLine)
  /** Only so many of its lines arrived. */
  | { readonly of: 'short'; readonly lines: number; readonly all: number }
  /** Null where the mail was to have ended. */
  | { readonly of: 'line'; readonly line: number; readonly want: string | null; readonly got: string }

const textOf = (bytes: Bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** The lines of a text; a missing end of the last one is supplied. */
function textLines(bytes: Bytes): string[] {
  const { lines, rest } = linesOf(bytes)
  return [...lines, ...(rest.length > 0 ? [rest] : [])].map(textOf)
}

const withoutDot = (line: string) => (line.startsWith('.') ? line.slice(1) : line)
const isHeader = (line: string) => /^(?:[!-9;-~]+:|[ \t]|$)/.test(line)

/** How many header lines of its own a client put before the text. */
function ownHeaders(want: readonly string[], got: readonly string[]): number {
  const first = want[0] ?? ''
  const at = got.findIndex((line) => line === first || `.${line}` === first)
  return at > 0 && got.slice(0, at).every(isHeader) ? at : 0
}

const bareLineFeed = 10

function bareLineFeeds(raw: Bytes): number {
  let count = 0
  for (let at = raw.indexOf(bareLineFeed); at !== -1; at = raw.indexOf(bareLineFeed, at + 1))
    if (raw[at - 1] !== 13) count++
  return count
}

/**
 * Compares a mail as it was on the wire, dots and all, with the text that was to be sent. Headers of the client's own
 * before it are right. Unless `exactly`, so are other line ends and an empty line more.
 */
export function messageFlaw(text: Bytes, raw: Bytes, exactly: boolean): MessageFlaw | null {
  const want = textLines(text)
  const came = textLines(raw)
  const bare = bareLineFeeds(raw)
  if (exactly && bare > 0) return { of: 'bare-lf', bare, all: came.length }
  if (exactly && came.some((line) => line.endsWith('\r'))) return { of: 'double-cr' }
  const all = came.map((line) => withoutDot(line.replace(/\r+$/, '')))
  const got = all.slice(ownHeaders(want, all))
  return firstDifference(want, got, exactly)
}

function firstDifference(
  want: readonly string[],
  got: readonly string[],
  exactly: boolean,
): MessageFlaw | null {
  if (got.length < want.length && want[got.length] === '.')
    return { of: 'cut', line: got.length + 1, all: want.length }
  const at = Array.from({ length: Math.max(want.length, got.length) }, (_, i) => i).find(
    (i) => want[i] !== got[i],
  )
  if (at === undefined) return null
  const [wanted, given] = [want[at] ?? null, got[at]]
  if (given === undefined) return { of: 'short', lines: at, all: want.length }
  if (wanted === null && got.slice(at).every((line) => line === ''))
    return exactly ? { of: 'last-line' } : null
  const there = { line: at + 1, got: given }
  if (wanted === `.${given}`) return { of: 'dot-lost', ...there, want: wanted }
  if (wanted !== null && given.length > wanted.length && oneDot(wanted) === oneDot(given))
    return { of: 'dot-added', ...there, want: wanted }
  return { of: 'line', ...there, want: wanted }
}

const oneDot = (line: string) => line.replace(/\.+/g, '.')
