import type { Case } from '../../model/diagnosis.ts'
import type { Bytes } from '../../model/expectation.ts'
import { stoppedAtEmpty } from './empty-datagram.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { diagnoseNoDatagram } from './no-datagram.ts'
import { isClient } from '../evidence/story.ts'
import { capital, count, quote, same, sized } from '../evidence/text.ts'
import { without } from '../wrong.ts'
import { diagnoseWrongDatagram } from './wrong-datagram.ts'

/** A client did not get exactly the datagrams it wanted. */
export function diagnoseDatagrams(broken: CaseOf<'datagrams'>): Finding {
  const { by, want, got } = broken.expectation
  const heard = got.map(({ bytes }) => bytes)
  const [missing, surplus] = [without(want, heard), without(heard, want)]
  const stranger = misdirected(broken, missing)
  if (stranger !== undefined) return toWrongClient(broken, stranger, by, missing)
  const other = surplus.map((bytes) => ownerOf(broken, bytes)).find((owner) => owner !== undefined)
  if (other !== undefined) return toWrongClient(broken, by, other, surplus)
  const known = answersOf(broken)
  const again = surplus.filter((bytes) => known(bytes) > 1)
  if (surplus.length > 0 && again.length === surplus.length) return extra(broken, surplus, true)
  if (missing.length > 0 && surplus.length > 0) return diagnoseWrongDatagram(broken, missing, surplus)
  if (surplus.length > 0) return extra(broken, surplus, false)
  return got.length === 0 ? diagnoseNoDatagram(broken) : tooFew(broken)
}

// Another client heard what this one waits for.
function misdirected(
  { transcript, expectation }: CaseOf<'datagrams'>,
  missing: readonly Bytes[],
): string | undefined {
  const heard = transcript.filter(({ actor, event }) => event === 'receive' && actor !== expectation.by)
  return heard.find(
    ({ bytes }) => bytes !== undefined && missing.some((each) => each.length > 0 && same(each, bytes)),
  )?.actor
}

/** Whose datagram these bytes answer, when they answer none of this client's: they have its letters or its length. */
function ownerOf(broken: CaseOf<'datagrams'>, bytes: Bytes): string | undefined {
  const text = Buffer.from(bytes).toString('latin1').toLowerCase()
  const size = /^got (\d+) bytes$/.exec(text)?.[1]
  const answers = (payload: Bytes = new Uint8Array()) =>
    size === undefined
      ? text !== '' && Buffer.from(payload).toString('latin1').toLowerCase() === text
      : Number(size) === payload.length
  const asked = broken.transcript.filter(({ event, bytes: payload }) => event === 'send' && answers(payload))
  return asked.some(({ actor }) => actor === broken.expectation.by) ? undefined : asked[0]?.actor
}

export function toWrongClient(broken: Case, who: string, whose: string, answers: readonly Bytes[]): Finding {
  const text =
    `${capital(who)} received the answer meant for ${whose}: every datagram has its own sender. Use the address that ` +
    'recvfrom() returned with THAT datagram.'
  const heard = answers.slice(0, 3).map((each) => quote(each))
  return finding(
    'reply-to-wrong-client',
    text,
    `${heard.join(', ')} for ${whose}`,
    `${heard.join(', ')} for ${who}`,
  )
}

/** How often this client heard these bytes. */
function answersOf({ transcript, expectation }: CaseOf<'datagrams'>): (bytes: Bytes) => number {
  const heard = transcript.filter(({ actor, event }) => event === 'receive' && actor === expectation.by)
  return (answer) =>
    heard.filter(({ bytes }) => bytes !== undefined && answer.length > 0 && same(bytes, answer)).length
}

function extra({ expectation }: CaseOf<'datagrams'>, surplus: readonly Bytes[], again: boolean): Finding {
  const who = capital(expectation.by)
  const shown = surplus
    .slice(0, 3)
    .map((each) => quote(each, 30))
    .join(', ')
  const what = again
    ? `${who} heard the same answer more than once: ${shown}`
    : `${who} had all its answers, and then ${count(surplus.length, 'more datagram')} came: ${shown}`
  const text = `${what}. Send one datagram for one datagram.`
  return finding(
    'extra-datagram',
    text,
    'one datagram for one datagram',
    surplus.slice(0, 5).map(sized).join('\n'),
  )
}

function tooFew(broken: CaseOf<'datagrams'>): Finding {
  const { by, want, got } = broken.expectation
  const empty = stoppedAtEmpty(broken)
  if (empty !== null) return empty
  const heard = got
    .slice(0, 5)
    .map(({ bytes }) => sized(bytes))
    .join('\n')
  const answers = broken.transcript.filter(({ event, actor }) => event === 'receive' && isClient(actor))
  if (answers.length === 1 && broken.program.exit === null) {
    const text = `The first datagram was answered, and then your program went silent: recvfrom() and sendto() belong inside a loop that never ends.`
    return finding('stopped-answering', text, count(want.length, 'answer'), heard)
  }
  const text = `${capital(by)} sent ${count(want.length, 'datagram')} and got only ${count(got.length, 'answer')}: every datagram needs its own.`
  return finding('missing-reply', text, count(want.length, 'answer'), heard)
}

/** The answer came from somewhere else than the port this client wrote to. */
export function diagnoseSamePort({ expectation, port }: CaseOf<'same-port'>): Finding {
  const { by, from } = expectation
  const text =
    `The answer came from ${from}, but ${by} had written to port ${port}: a client that connected its socket never hears it. ` +
    'Reply through the socket that received the datagram.'
  return finding('reply-from-other-port', text, `an answer from 127.0.0.1:${port}`, `an answer from ${from}`)
}
