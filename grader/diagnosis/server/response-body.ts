import { valuesOf } from '../../model/http-head.ts'
import type { Response } from '../../model/http-response.ts'
import { meaningOf } from '../evidence/meaning.ts'
import { bytesOfText, capital, count, decode, plain, quote, startsWith } from '../evidence/text.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { fateOfBytes } from './damage.ts'
import { failedAlive } from './stream.ts'
import { isProxied } from './web-error.ts'

type ResponseCase = CaseOf<'response'>

const nothing = new Uint8Array()
const wantedBody = ({ expectation }: ResponseCase) => expectation.want.body ?? nothing
const cameOf = ({ body, more }: Response) => Buffer.concat([body, more])

/** What was to be passed on, and how: the file of a server, or what a proxy got from its origin. */
function nameOf({ expectation }: ResponseCase): readonly [name: string, hint: string] {
  if (isProxied(expectation))
    return ["the origin's body", 'Pass on the very bytes that recv() returned: no decoding, no encoding.']
  const name = plain(expectation.asked.split(' ')[1] ?? '', 60)
  return [
    `the file ${name}`,
    'Open the file so that reading gives bytes, and keep them bytes: no decoding, no encoding.',
  ]
}

const withoutCr = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n')

/** Another body. */
export function wrongBody(broken: ResponseCase, response: Response): Finding {
  const [want, got] = [wantedBody(broken), cameOf(response)]
  const [name, hint] = nameOf(broken)
  const sizes = `${capital(name)} has ${count(want.length, 'byte')}, and ${got.length} came`
  const fate = fateOfBytes(want, got, 'come')
  if (fate !== null) {
    const text = `${sizes}: ${fate}. It is no text: read and send bytes.`
    return { ...different('damaged-bytes', text, want, got), hint }
  }
  if (withoutCr(want) === withoutCr(got)) {
    const text = `${sizes}: its line ends were changed on the way. Open it as binary, not as text.`
    return different('damaged-bytes', text, want, got)
  }
  const before = got.indexOf(Buffer.from(want))
  if (before > 0) {
    const text = `Between the first empty line and the file ${count(before, 'byte')} came: ${quote(got.subarray(0, before), 40)}. The first empty line ends the head; what follows it is the body.`
    return different('extra-bytes', text, want, got)
  }
  const meaning = meaningOf({ asked: bytesOfText(broken.expectation.asked), want, got })
  const means = meaning === null ? '.' : `: ${meaning.sentence}`
  const text = `${capital(broken.expectation.by)} asked for ${plain(broken.expectation.asked.split(' ')[1] ?? '', 60)} and received another body${means}`
  return different(meaning?.symptom ?? 'wrong-reply', text, want, got)
}

/** A part of it. */
export function cutBody(broken: ResponseCase, response: Response): Finding {
  const { by, why } = broken.expectation
  const [want, got] = [wantedBody(broken), cameOf(response)]
  const then =
    why === 'end'
      ? 'then you closed the connection'
      : why === 'reset'
        ? 'then the connection was reset (RST)'
        : 'then nothing more came'
  const part = got.length === 0 ? 'no byte' : `only ${got.length} of ${count(want.length, 'byte')}`
  const of = got.length === 0 ? 'of the body' : 'of the body came'
  const text = `${capital(by)} got the head, and ${part} ${got.length === 0 ? `${of} followed` : of}; ${then}.`
  return failedAlive(broken) ?? different('reply-cut-short', text, want, got)
}

/** Bytes behind its end. */
export function extraBody(broken: ResponseCase, response: Response): Finding {
  const [want, came] = [wantedBody(broken), cameOf(response)]
  const more = response.more.length > 0 ? response.more : came.subarray(want.length)
  const behind = response.framing === 'length' ? 'the body that Content-Length tells of' : 'the file'
  const text = `Behind ${behind} ${count(more.length, 'more byte')} came: ${quote(more, 30)}. A browser would take that for a part of the file, or of the next response.`
  return finding(
    'extra-bytes',
    text,
    `nothing after the ${count(want.length, 'byte')} of the file`,
    quote(more, 40),
  )
}

/** Content-Length is not the number of bytes. */
export function wrongLength(broken: ResponseCase, response: Response): Finding {
  const want = broken.expectation.want.body
  const came = cameOf(response)
  const told = valuesOf(response.head, 'content-length')[0] ?? ''
  const real = want !== null && startsWith(came, want) ? want.length : came.length
  const letters = decode(came.subarray(0, real))
  const counted =
    letters !== null &&
    letters.length !== real &&
    [letters.length, Array.from(letters).length].includes(Number(told))
  const why = counted
    ? 'You counted characters; encode first, then count the bytes.'
    : Number(told) > real
      ? 'The client waits for the rest, which does not come.'
      : 'The client stops there, and the rest is lost.'
  const which = broken.expectation.want.status === 404 ? 'of your 404 ' : ''
  const text = `The Content-Length ${which}is ${told}, and the body has ${count(real, 'byte')}. ${why}`
  return finding('wrong-length', text, `Content-Length: ${real}`, `Content-Length: ${told}`)
}
