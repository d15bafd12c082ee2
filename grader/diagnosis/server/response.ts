import { droppedHeader, type ResponseFault } from '../../model/http-judge.ts'
import { readResponse, type Response } from '../../model/http-response.ts'
import { valuesOf } from '../../model/http-head.ts'
import { meaningOf } from '../evidence/meaning.ts'
import { bytesOfText, count, plain, quote, quoteText, sized } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { cutBody, extraBody, wrongBody, wrongLength } from './response-body.ts'
import { nothingCame } from './no-response.ts'
import { lineFor, whoAsked, wrongStatus } from './response-status.ts'

export type ResponseCase = CaseOf<'response'>
type Rule = (broken: ResponseCase, response: Response) => Finding

/** A client of a web server or proxy did not get the response it wants. */
export const diagnoseResponse = (broken: ResponseCase): Finding =>
  rules[broken.expectation.fault](broken, readResponse(broken.expectation.got))

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

  dropped: (broken, response) => {
    const name = droppedHeader(response, broken.expectation.want) ?? ''
    const [, value = ''] = broken.expectation.want.headers?.find(([each]) => each === name) ?? []
    const text = `The origin's header ${quoteText(`${name}: ${value}`, 60)} did not come through. A proxy may change what is about its connections; everything else is between client and origin.`
    const names = response.head.headers.map(([each]) => plain(each, 30)).join(', ')
    return finding(
      'dropped-header',
      text,
      quoteText(`${name}: ${value}`, 60),
      names === '' ? 'no header' : `only ${names}`,
    )
  },

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
