import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { firstDifference } from '../evidence/caret.ts'
import { cameLate, waitsForEndOfInput } from './input.ts'
import { meaningOf } from '../evidence/meaning.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'
import {
  bytesOfText,
  count,
  decode,
  hex,
  includes,
  quote,
  quoteText,
  same,
  sized,
  startsWith,
} from '../evidence/text.ts'

/** The reference server did not get the line that was typed. */
export function diagnoseLine(broken: CaseOf<'line'>): Finding {
  const { got, why, want } = broken.expectation
  if (got.length === 0) return nothingSent(broken)
  const datagrams = got.slice(0, 6).map(sized).join('\n') + (got.length > 6 ? '\n…' : '')
  const expected = `one datagram: ${sized(bytesOfText(want))}`
  if (why === 'split') {
    const some = `${got
      .slice(0, 4)
      .map((each) => quote(each, 20))
      .join(', ')}${got.length > 4 ? ', …' : ''}`
    const text = `${count(got.length, 'datagram')} arrived for one line (${some}): each sendto() is one message. Send the whole line at once.`
    return finding('split-datagram', text, expected, datagrams)
  }
  if (why === 'resent') {
    const text = `The line arrived ${got.length} times within a second: the server had no time to answer. Send it once, and again only after a second of silence.`
    return finding('resent-too-early', text, expected, datagrams)
  }
  if (broken.transport === 'udp' && got.length > 1) {
    const text = `${count(got.length, 'datagram')} arrived for one line: ${got
      .slice(0, 3)
      .map((each) => quote(each, 30))
      .join(', ')}. Send the line, and nothing before or after it.`
    return finding('wrong-line', text, expected, datagrams)
  }
  return otherLine(broken, Buffer.concat(got))
}

function nothingSent(broken: CaseOf<'line'>): Finding {
  const { want, why } = broken.expectation
  const expected = sized(bytesOfText(want))
  if (cameLate(broken)) return waitsForEndOfInput('you sent nothing', expected)
  if (why === 'end' || why === 'reset') {
    const text = `Your client connected and closed without sending the line ${quoteText(want)}.`
    return finding('sent-nothing', text, expected, why === 'end' ? 'the end of the stream' : 'a reset')
  }
  const text = `Connected, then silence: you wait for the server, and the server waits for your line. In this protocol the client speaks first.${whatItDoes(broken)}`
  return (
    failedAlive(broken) ??
    finding('sent-nothing', text, expected, 'nothing: the connection stayed open and silent')
  )
}

function otherLine(broken: CaseOf<'line'>, joined: Buffer): Finding {
  const { want, why } = broken.expectation
  const wanted = bytesOfText(want)
  const bare = Buffer.from(joined.toString('latin1').replace(/\r?\n$/, ''), 'latin1')
  const tell = (symptom: Finding['symptom'], message: string) => different(symptom, message, wanted, joined)
  if (isOtherEncoding(want, bare)) {
    const came = isLegible(bare) ? `${quote(bare)}: letters are lost` : `${hex(bare, 12)}, which is not UTF-8`
    const text = `${quoteText(want)} arrived as ${came}. In UTF-8 it is ${hex(wanted, 12)}: encode the line as UTF-8.`
    return tell('wrong-encoding', text)
  }
  if (joined.length < wanted.length && startsWith(wanted, joined)) {
    const then = why === 'end' ? ', then the end of the stream' : ''
    return tell(
      'wrong-line',
      `Only the beginning of the line arrived, ${count(joined.length, 'byte')} of ${wanted.length}${then}. Send the whole of it.`,
    )
  }
  if (same(bare, Buffer.from(want.toUpperCase()))) {
    return tell(
      'wrong-line',
      `You sent ${quote(bare)}: the line in upper case. Send it as it was typed; the server does the work.`,
    )
  }
  if (decode(bare)?.normalize() === want.normalize()) {
    const text = `The line that arrived looks like ${quoteText(want)}, but its bytes are others: ${firstLetterApart(wanted, bare)}. Send the text as it was typed, without normalising it.`
    return tell('wrong-encoding', text)
  }
  const meaning = meaningOf({ asked: wanted, want: wanted, got: joined })
  if (meaning !== null) {
    const what = meaning.symptom === 'extra-bytes' ? extraOf(joined, wanted) : meaning.sentence
    return tell(
      meaning.symptom === 'wrong-encoding' ? 'wrong-encoding' : 'wrong-line',
      `${quoteText(want)} was typed and ${quote(joined)} was sent: ${what}`,
    )
  }
  return tell(
    'wrong-line',
    `${quoteText(want)} was typed, and ${quote(joined)} arrived at the server. Send the line that was typed.`,
  )
}

const extraOf = (joined: Buffer, wanted: Uint8Array) =>
  same(joined, Buffer.concat([wanted, wanted]))
    ? 'the line twice. Send it once.'
    : `${count(joined.length - wanted.length, 'byte')} too many. Send the line, and nothing around it but a newline at its end.`

// Unicode spells 'é' in two ways, as one character or as a letter and its accent.
function firstLetterApart(wanted: Uint8Array, bare: Buffer): string {
  const at = firstDifference(wanted, bare)
  return `from byte ${at} on ${hex(bare.subarray(at), 6)} instead of ${hex(wanted.subarray(at), 6)}`
}

const isLegible = (bytes: Uint8Array) => decode(bytes) !== null && !bytes.includes(0)

// Latin-1, a question mark for every letter outside ASCII, or UTF-16.
function isOtherEncoding(want: string, bare: Buffer): boolean {
  const others = [
    Buffer.from(want, 'latin1'),
    Buffer.from(want.replace(/[^\u0000-\u007f]/gu, '?')),
    Buffer.from(want, 'utf16le'),
    Buffer.from(`\ufeff${want}`, 'utf16le'),
    Buffer.from(want.replace(/[^\u0000-\u007f]/gu, '')),
  ]
  return (
    others.some((other) => !same(other, bytesOfText(want)) && same(other, bare)) ||
    (decode(bare) === null && includes(bare, Buffer.from(want, 'latin1')))
  )
}
