import type { ResponseFault } from '../../model/http-judge.ts'
import { readResponse, type Response } from '../../model/http-response.ts'
import { valuesOf } from '../../model/http-head.ts'
import { meaningOf } from '../evidence/meaning.ts'
import { bytesOfText, capital, count, plain, quote, quoteText, sized } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { cutBody, extraBody, wrongBody, wrongLength } from './response-body.ts'
import { diagnoseStream } from './stream.ts'
import { pieceForAll, webError } from './web-error.ts'

export type ResponseCase = CaseOf<'response'>
type Rule = (broken: ResponseCase, response: Response) => Finding

/** A client of a web server or proxy did not get the response it wants. */
export const diagnoseResponse = (broken: ResponseCase): Finding =>
  rules[broken.expectation.fault](broken, readResponse(broken.expectation.got))

const rightLines: { readonly [status: number]: string } = {
  200: 'HTTP/1.1 200 OK',
  404: 'HTTP/1.1 404 Not Found',
  502: 'HTTP/1.1 502 Bad Gateway',
}
const lineFor = (status: number | null) => rightLines[status ?? 0] ?? 'HTTP/1.1 501 Not Implemented'

/** `Client 1 asked 'GET /a.html HTTP/1.1'` */
const whoAsked = ({ expectation: { by, asked } }: ResponseCase) =>
  `${capital(by)} asked ${quoteText(asked, 70)}`

const rules: { readonly [fault in ResponseFault]: Rule } = {
  nothing: nothingCame,

  'no-status-line': (broken, { head }) => {
    const { got } = broken.expectation
    const meaning = meaningOf({ asked: bytesOfText(broken.expectation.asked), want: new Uint8Array(), got })
    const means = meaning === null ? '' : ` It seems that ${meaning.sentence}`
    const text = `${whoAsked(broken)}, and your answer begins with ${quoteText(head.firstLine, 50)}. A response begins with its status line.${means}`
    const symptom = meaning?.symptom === 'replied-with-promise' ? meaning.symptom : 'wrong-status-line'
    return finding(symptom, text, quoteText(lineFor(broken.expectation.want.status)), quote(got))
  },

  'status-line': (broken, { head }) => {
    const line = quoteText(head.firstLine, 60)
    const text = `Your status line is ${line}. It holds the version, HTTP/1.0 or HTTP/1.1, a code of three digits and a few words, with one space between them.`
    return finding('wrong-status-line', text, quoteText(lineFor(broken.expectation.want.status)), line)
  },

  unfinished,
  status: wrongStatus,

  'bare-lf': (_, { head }) => {
    const text = `The lines of your head end in LF (0A) alone, as in ${quoteText(`${head.firstLine}\n`, 50)}. HTTP lines end in CR LF (0D 0A); some clients forgive it, others refuse the response.`
    const found = finding('bare-line-feeds', text, 'CR LF at the end of every line', 'LF')
    return {
      ...found,
      hint: 'End every line of the head with both characters, `\\r\\n`, the empty line too.',
    }
  },

  header: (broken, response) => headerIsBody(broken, response) ?? oddHeader(response),

  length: (_, { head }) => {
    const values = valuesOf(head, 'content-length')
    const shown = values.map((each) => quoteText(each, 20)).join(' and ')
    const text =
      values.length > 1
        ? `Your head has ${values.length} headers Content-Length, ${shown}; one is right.`
        : `Content-Length is ${shown}: it is the number of bytes in the body, in digits.`
    return finding('wrong-length', text, 'Content-Length: <number of bytes>', shown)
  },

  chunks: (_, { oddChunk }) => {
    const text = `Your head says \`Transfer-Encoding: chunked\`, so the size of each piece stands in front of it, in hexadecimal; instead of one, ${quoteText(oddChunk ?? '', 30)} came. Send Content-Length instead.`
    return finding('malformed-response', text, 'a size, in hexadecimal', quoteText(oddChunk ?? '', 30))
  },

  body: wrongBody,
  cut: cutBody,
  more: extraBody,
  'wrong-length': wrongLength,

  unsaid: (broken, { head }) => {
    const which = broken.expectation.want.status === 404 ? 'Your 404' : 'Your response'
    const text = `${which} has no Content-Length, is not chunked, and does not say \`Connection: close\`: with HTTP/1.1 a client then cannot tell where the body ends, nor that it is complete.`
    const names = head.headers.map(([name]) => plain(name, 30)).join(', ')
    return finding(
      'end-unknown',
      text,
      'Content-Length, or Connection: close',
      names === '' ? 'no header' : `only ${names}`,
    )
  },

  open: (broken, { head }) => {
    const how = head.firstLine.startsWith('HTTP/1.0') ? 'is HTTP/1.0' : 'says `Connection: close`'
    const text = `Your response ${how} and has no Content-Length, so it ends when you close; 2 s after its last byte the connection is still open, and ${broken.expectation.by} waits on.`
    return finding('not-closed', text, 'FIN: the end of the stream', 'a connection that stays open')
  },
}

function nothingCame(broken: ResponseCase): Finding {
  const { by, want, got, why } = broken.expectation
  const { error } = broken.program
  const known = error === null ? null : webError(broken, error)
  if (known !== null) return known
  const line = bytesOfText(lineFor(want.status))
  const found = diagnoseStream({ ...broken, expectation: { kind: 'stream', by, want: line, got, why } })
  if (found.symptom === 'waits-for-eof') {
    const text = `Deadlock: ${by} waits for your response, and you wait for its end of file, which it sends only after your response. A request ends with its empty line (CR LF CR LF): answer then.`
    const hint =
      'Look for the empty line in all that has come so far, and leave the loop around recv() when it is there.'
    return { ...finding('waits-for-eof', text, `${quote(line)} …`, found.actual), hint }
  }
  const piece = pieceForAll(broken)
  if (piece === null || !['no-reply', 'closed-without-reply'].includes(found.symptom)) {
    const expected = found.expected === sized(line) ? `${quote(line)} …` : found.expected
    return { ...found, expected }
  }
  const then = why === 'end' ? ' Then you closed the connection.' : ''
  return finding('chunk-for-message', `${piece}${then}`, `${quote(line)} …`, found.actual)
}

// The body was read as a header, because nothing separates the two.
function headerIsBody({ expectation }: ResponseCase, { head }: Response): Finding | null {
  const { want, got } = expectation
  const first = head.odd[0] ?? ''
  const body = Buffer.from(want.body ?? []).toString('latin1')
  const line = body.split('\n')[0] ?? ''
  if (line === '' || !head.odd.some((each) => each.endsWith(line))) return null
  const text = `There is no empty line between your headers and the body: the client read the first line of the page, ${quoteText(line, 40)}, as a header.`
  return finding('head-not-ended', text, 'CR LF CR LF, and then the body', quote(got, 60) || first)
}

function oddHeader({ head }: Response): Finding {
  const line = quoteText(head.odd[0] ?? '', 60)
  const text = `The line ${line} is no header: a header is a name, a colon right behind it, and a value.`
  return finding('malformed-response', text, 'lines like `Name: value`', line)
}

function unfinished(broken: ResponseCase, response: Response): Finding {
  const { got, why } = broken.expectation
  const found = headerIsBody(broken, response)
  if (found !== null) return found
  const tell = (text: string) =>
    finding('head-not-ended', text, 'CR LF CR LF at the end of the head', sized(got))
  const all = Buffer.from(got.subarray(0, 4096)).toString('latin1')
  if (all.includes('\\r\\n'))
    return tell(
      'Your head holds a backslash and the letters r and n where a line end belongs: inside that kind of quotes, or raw text, `\\r\\n` is not translated.',
    )
  const then =
    why === 'end' || why === 'reset' ? 'then the connection was closed' : 'the client still waits for its end'
  const lines = count(response.head.headers.length, 'header')
  return tell(
    `Your head (a status line and ${lines}) does not end: an empty line is missing behind ${quoteText(all.slice(-24))}, and ${then}.`,
  )
}

function wrongStatus(broken: ResponseCase, { head }: Response): Finding {
  const { want } = broken.expectation
  const line = quoteText(head.firstLine, 50)
  const piece = want.status === 200 ? pieceForAll(broken) : null
  if (piece !== null)
    return finding('chunk-for-message', `${piece} You answered ${line}.`, lineFor(want.status), line)
  const [means, hint] = meansOf(want.status)
  const text = `${whoAsked(broken)}, ${means} You answered ${line}.`
  const found = finding('wrong-status', text, quoteText(lineFor(want.status)), line)
  return hint === undefined ? found : { ...found, hint }
}

function meansOf(status: number | null): readonly [means: string, hint?: string] {
  if (status === 200)
    return [
      'and that file lies in ROOT, the second argument. The `/` at the beginning of the target stands for ROOT.',
    ]
  if (status === 404)
    return [
      'and there is no such file.',
      'Where the file cannot be opened, answer with the status line `HTTP/1.1 404 Not Found`.',
    ]
  return [
    'and only GET is to be served: 501, 405 or 400 would be right.',
    'The first word of the request line is the method: look at it before you look for the file.',
  ]
}
