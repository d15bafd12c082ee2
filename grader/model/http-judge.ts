import { hasBareLineFeed, valuesOf } from './http-head.ts'
import { readResponse, type Response } from './http-response.ts'

/** What is wrong with a response, the first thing first. */
export type ResponseFault =
  | 'nothing' // no byte of it
  | 'no-status-line' // something else than HTTP/1
  | 'status-line'
  | 'unfinished' // no empty line
  | 'status' // another one
  | 'dropped' // a header that was to stay
  | 'header' // a line that is not `Name: value`
  | 'bare-lf' // lines that do not end in CR LF
  | 'length' // Content-Length is no number, or several that differ
  | 'chunks' // no size where the size of a chunk should be
  | 'body' // another one
  | 'cut' // a part of the body
  | 'more' // bytes behind the body
  | 'wrong-length' // Content-Length is not the number of bytes
  | 'unsaid' // nothing tells where it ends
  | 'open' // it is to end with the stream, and the stream goes on

/** How much of a response is asked for. */
export type Demand =
  /** The status; what is odd about the form is another check's business. */
  | 'status'
  /** The body too, among others. */
  | 'arrival'
  /** A right form, with the body. */
  | 'form'
  /** This body, neither less nor more. */
  | 'exact'
  /** A client learns where it ends. */
  | 'end'

/** `status` null is any refusal: 400 to 599. */
export type WantedResponse = {
  readonly status: number | null
  readonly body: Uint8Array | null
  readonly demand: Demand
  /** Headers that it has: of a proxy's, those of the origin. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
}

/** `settled` when nothing that comes later can change it. */
type Judgement = { readonly fault: ResponseFault | null; readonly settled: boolean }

const right: Judgement = { fault: null, settled: true }
const never = (fault: ResponseFault): Judgement => ({ fault, settled: true })
const notYet = (fault: ResponseFault): Judgement => ({ fault, settled: false })

/** Judges what has come of a response. `over` when the stream has ended, be it by a reset. */
export function judgeResponse(
  bytes: Uint8Array,
  over: 'end' | 'reset' | null,
  wanted: WantedResponse,
): Judgement {
  if (bytes.length === 0) return notYet('nothing')
  const response = readResponse(bytes)
  const { head, status } = response
  const begins = 'HTTP/'.slice(0, head.firstLine.length)
  if (!head.firstLine.startsWith(begins)) return never('no-status-line')
  if (!head.ended) return notYet('unfinished')
  if (status === null) return never('status-line')
  const strict = wanted.demand === 'form'
  if (strict && !/^HTTP\/1\.[01] \d{3}( .*)?$/.test(head.firstLine)) return never('status-line')
  if (wanted.status === null ? status < 400 || status > 599 : status !== wanted.status) return never('status')
  if (droppedHeader(response, wanted) !== null) return never('dropped')
  if (strict && head.odd.length > 0) return never('header')
  if (strict && hasBareLineFeed(headText(bytes, response))) return never('bare-lf')
  if (wanted.demand === 'status') return right
  if (response.framing === 'length' && response.length === null) return never('length')
  if (response.oddChunk !== null) return never('chunks')
  if (wanted.demand === 'exact') return judgeExact(response, wanted.body ?? new Uint8Array())
  if (wanted.demand === 'end') return judgeEnd(response, wanted.body, over)
  return judgeArrival(response, wanted.body ?? new Uint8Array())
}

/** The first wanted header that is not there, or has another value. */
export const droppedHeader = (
  { head }: Pick<Response, 'head'>,
  { headers = [] }: WantedResponse,
): string | null =>
  headers.find(([name, value]) => !valuesOf(head, name.toLowerCase()).includes(value))?.[0] ?? null

const headText = (bytes: Uint8Array, { head }: Response) => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64 * 1024))
  return start.slice(0, start.length - head.rest.length)
}

/** Everything behind the head. */
const all = ({ body, more }: Response): Uint8Array => {
  if (more.length === 0) return body
  const joined = new Uint8Array(body.length + more.length)
  joined.set(body)
  joined.set(more, body.length)
  return joined
}

function startsWith(bytes: Uint8Array, beginning: Uint8Array): boolean {
  if (beginning.length > bytes.length) return false
  for (let i = 0; i < beginning.length; i++) if (bytes[i] !== beginning[i]) return false
  return true
}

function judgeArrival(response: Response, want: Uint8Array): Judgement {
  const came = all(response)
  if (startsWith(came, want)) return right
  if (!startsWith(want, came)) return never('body')
  return notYet('cut')
}

function judgeExact(response: Response, want: Uint8Array): Judgement {
  const { framing, length, body, complete } = response
  const came = all(response)
  if (!startsWith(came, want) && !startsWith(want, came)) return never('body')
  if (came.length < want.length) return framing === 'chunked' && complete ? never('cut') : notYet('cut')
  if (framing === 'length' && length !== want.length) return never('wrong-length')
  if (framing === 'chunked')
    return complete ? (body.length === want.length ? right : never('more')) : notYet('cut')
  if (framing === 'length') return right
  return came.length > want.length ? never('more') : { fault: null, settled: false }
}

function judgeEnd(response: Response, want: Uint8Array | null, over: 'end' | 'reset' | null): Judgement {
  const { framing, length, complete, closes, more } = response
  if (framing === 'unsaid') return never('unsaid')
  if (framing === 'close') return over === null ? notYet('open') : over === 'end' ? right : never('cut')
  if (framing === 'length' && want !== null && length !== want.length) return never('wrong-length')
  if (!complete) return notYet(framing === 'length' && want === null ? 'wrong-length' : 'cut')
  // What follows a response is taken for the beginning of the next one, unless none can follow.
  if (more.length > 0 && !closes)
    return never(want === null && framing === 'length' ? 'wrong-length' : 'more')
  return { fault: null, settled: closes }
}
