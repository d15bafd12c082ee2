import { connectionOptions, readHead, valuesOf, type Head } from './http-head.ts'

/** How a client learns where a body ends (RFC 9112, 6.3); `unsaid` when nothing tells it. */
type Framing = 'length' | 'chunked' | 'close' | 'unsaid'

export type Response = {
  readonly head: Head
  /** Null when the first line is no status line. */
  readonly status: number | null
  readonly framing: Framing
  /** What Content-Length says; null when it is no number. */
  readonly length: number | null
  /** Says that the connection ends with this response. */
  readonly closes: boolean
  /** What belongs to the body by its framing, as much of it as has come; without the sizes of chunks. */
  readonly body: Uint8Array
  /** What came behind its end. */
  readonly more: Uint8Array
  /** All of it has come; of a body that ends with the stream that cannot be told here. */
  readonly complete: boolean
  /** What stands where the size of a chunk should. */
  readonly oddChunk: string | null
}

/** No head is longer. */
const longestHead = 64 * 1024
const nothing = new Uint8Array()

const lineFeed = 10

// Every byte is one letter in it.
const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

/** Reads what has come of a response, as forgivingly as possible. */
export function readResponse(bytes: Uint8Array): Response {
  const start = text(bytes.subarray(0, longestHead))
  const head = readHead(start)
  const after = head.ended ? bytes.subarray(start.length - head.rest.length) : nothing
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/.exec(head.firstLine)?.[1]
  const closes = saysClose(head)
  const [framing, length] = framingOf(head, status, closes)
  const rest = { head, status: status === undefined ? null : Number(status), framing, length, closes }
  if (framing === 'chunked') return { ...rest, ...readChunks(after) }
  const end = framing === 'length' ? (length ?? after.length) : after.length
  const complete = framing === 'length' && head.ended && length !== null && after.length >= length
  return { ...rest, body: after.subarray(0, end), more: after.subarray(end), complete, oddChunk: null }
}

function saysClose(head: Head): boolean {
  const options = connectionOptions(head)
  if (options.includes('close')) return true
  return head.firstLine.startsWith('HTTP/1.0') && !options.includes('keep-alive')
}

function framingOf(
  head: Head,
  status: string | undefined,
  closes: boolean,
): readonly [Framing, number | null] {
  if (status === '204' || status === '304') return ['length', 0]
  if (/\bchunked[ \t]*$/i.test(valuesOf(head, 'transfer-encoding').join(','))) return ['chunked', null]
  const lengths = new Set(valuesOf(head, 'content-length'))
  const [length = ''] = lengths
  if (lengths.size > 0) return ['length', lengths.size === 1 && /^\d+$/.test(length) ? Number(length) : null]
  return [closes ? 'close' : 'unsaid', null]
}

type Chunks = Pick<Response, 'body' | 'more' | 'complete' | 'oddChunk'>

/** The pieces of a chunked body, each behind its size in hexadecimal, and an empty line at the end (RFC 9112, 7.1). */
function readChunks(bytes: Uint8Array): Chunks {
  const pieces: Uint8Array[] = []
  const unfinished = (oddChunk: string | null = null): Chunks => ({
    body: join(pieces),
    more: nothing,
    complete: false,
    oddChunk,
  })
  for (let at = 0, inTrailer = false; ;) {
    const end = bytes.indexOf(lineFeed, at)
    if (end === -1) return unfinished()
    const line = text(bytes.subarray(at, end)).replace(/\r$/, '')
    at = end + 1
    if (inTrailer && line === '')
      return { body: join(pieces), more: bytes.subarray(at), complete: true, oddChunk: null }
    if (inTrailer) continue
    const digits = /^([0-9a-f]{1,8})[ \t]*(;.*)?$/i.exec(line)?.[1]
    if (digits === undefined) return unfinished(line)
    const size = Number.parseInt(digits, 16)
    inTrailer = size === 0
    if (inTrailer) continue
    pieces.push(bytes.subarray(at, at + size))
    at += size
    const behind = text(bytes.subarray(at, at + 2))
    if (behind.length === 2 && behind !== '\r\n') return unfinished(text(bytes.subarray(at, at + 20)))
    if (behind.length < 2) return unfinished()
    at += 2
  }
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
