import type { Bytes } from '../../model/expectation.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { hexBeside, meaningOf, rest } from '../evidence/meaning.ts'
import { beforeDeadline } from '../evidence/story.ts'
import { capital, count, decode, quote, same, sized, startsWith } from '../evidence/text.ts'

const nothing = new Uint8Array()

/** An answer came, and it was not the right one. */
export function diagnoseWrongDatagram(
  broken: CaseOf<'datagrams'>,
  missing: readonly Bytes[],
  surplus: readonly Bytes[],
): Finding {
  const { by } = broken.expectation
  const [got = nothing] = surplus
  const want = missing.find((each) => startsWith(each, got)) ?? missing[0] ?? nothing
  const tell = (symptom: Finding['symptom'], message: string) => different(symptom, message, want, got)
  const asked = questions(broken)
  const lost = rest(want, got)
  const pieces = piecesOf(broken, want)
  if (pieces.length > 1) {
    const text = `The answer came in ${count(pieces.length, 'datagram')} (${pieces
      .slice(0, 4)
      .map((each) => quote(each, 20))
      .join(
        ', ',
      )}${pieces.length > 4 ? ', …' : ''}): each sendto() is one message. Send the whole answer at once.`
    return finding(
      'split-datagram',
      text,
      `one datagram: ${sized(want)}`,
      pieces.slice(0, 6).map(sized).join('\n'),
    )
  }
  if (lost !== null && got.length > 0 && asked.some((each) => each.length === want.length)) {
    return tell(
      'reply-truncated',
      `${count(want.length, 'byte')} were sent, ${got.length} came back: recvfrom(${got.length}) cuts a longer datagram, and the rest is gone. There is no second read as with TCP.`,
    )
  }
  if (lost !== null && got.length > 0)
    return tell('wrong-reply', `You replied ${quote(got)}: ${quote(lost, 20)} is missing at the end.`)
  const counted = miscounted(asked, want, got)
  if (counted !== null) return tell(...counted)
  const meaning = meaningOf({ asked: asked.at(-1) ?? nothing, want, got })
  if (meaning !== null)
    return tell(meaning.symptom, `You replied ${quote(got, 40)}${hexBeside(got)}: ${meaning.sentence}`)
  const question = asked.length === 1 ? ` sent ${quote(asked[0] ?? nothing, 40)} and` : ''
  return tell(
    'wrong-reply',
    `${capital(by)}${question} received ${got.length === 0 ? 'an empty datagram' : quote(got)} instead of ${quote(want)}.`,
  )
}

/** Datagrams that only together are the answer. */
function piecesOf({ transcript, expectation }: CaseOf<'datagrams'>, want: Bytes): Bytes[] {
  const heard = transcript.filter(({ actor, event }) => actor === expectation.by && event === 'receive')
  const all = heard.slice(heard.length - expectation.got.length).map(({ bytes }) => bytes ?? nothing)
  const from = heard.findIndex(
    ({ bytes }) => bytes !== undefined && startsWith(want, bytes) && bytes.length < want.length,
  )
  const pieces = from === -1 ? all : heard.slice(from).map(({ bytes }) => bytes ?? nothing)
  return same(Buffer.concat(pieces), want) ? pieces : []
}

/** What this client had sent and what still waits for an answer: at most the last few. */
function questions(broken: CaseOf<'datagrams'>): Bytes[] {
  const { by, want } = broken.expectation
  const sends = beforeDeadline(broken).filter(({ actor, event }) => actor === by && event === 'send')
  return sends.slice(-Math.max(1, want.length)).map(({ bytes }) => bytes ?? nothing)
}

const template = (bytes: Bytes) => decode(bytes)?.replace(/\d+/, '#')

/** A reply that tells a size, and tells the wrong one. */
function miscounted(asked: readonly Bytes[], want: Bytes, got: Bytes): [Finding['symptom'], string] | null {
  const numberIn = (bytes: Bytes) => Number(/\d+/.exec(decode(bytes) ?? '')?.[0] ?? Number.NaN)
  const [wanted, told] = [numberIn(want), numberIn(got)]
  const question = asked.find((each) => each.length === wanted)
  if (question === undefined || told >= wanted || template(want) !== template(got)) return null
  const characters = Array.from(decode(question) ?? '').length
  const units = decode(question)?.length ?? 0
  if (told === characters || told === units) {
    return [
      'counted-characters',
      `A datagram of ${count(wanted, 'byte')} was sent, ${quote(question, 20)}, and you replied ${quote(got)}: ${count(told, 'character')}, not ${wanted} bytes. Count the bytes, before you decode them.`,
    ]
  }
  return [
    'reply-truncated',
    `${count(wanted, 'byte')} were sent, and you replied ${quote(got)}: recvfrom(${told}) cuts a longer datagram, and the rest is gone. There is no second read as with TCP.`,
  ]
}
