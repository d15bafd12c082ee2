import type { Case } from '../model/diagnosis.ts'
import type { Answer, Bytes } from '../model/expectation.ts'
import { finding, type CaseOf, type Finding } from './finding.ts'
import { bytesOf, capital, sent, servedBefore } from './story.ts'
import { count, pointOut, quote, same, sized, startsWith } from './text.ts'

const busyLoop = 0.5

/** A client did not get exactly the datagrams it wanted. */
export function diagnoseDatagrams(broken: CaseOf<'datagrams'>): Finding {
  const { by, want, got } = broken.expectation
  const missing = without(want, got.map(({ bytes }) => bytes))
  const surplus = without(got.map(({ bytes }) => bytes), want)
  const stranger = misdirected(broken, missing)
  if (stranger !== undefined) return toWrongClient(broken, stranger, by)
  const someoneElses = surplus.find((bytes) => expectedByOther(broken, by, bytes))
  if (someoneElses !== undefined) return toWrongClient(broken, by, 'another client')
  if (missing.length === 0) return extra(broken, surplus)
  if (surplus.length > 0) return wrong(broken, missing, surplus)
  return got.length === 0 ? nothing(broken) : tooFew(broken)
}

function without(all: readonly Bytes[], known: readonly Bytes[]): Bytes[] {
  const left = [...known]
  return all.filter((bytes) => {
    const at = left.findIndex((each) => same(each, bytes))
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

// Another client heard what this one waits for.
function misdirected({ transcript, expectation }: CaseOf<'datagrams'>, missing: readonly Bytes[]): string | undefined {
  const heard = transcript.filter(({ actor, event }) => event === 'receive' && actor !== expectation.by)
  return heard.find(({ bytes }) => bytes !== undefined && missing.some((each) => each.length > 0 && same(each, bytes)))?.actor
}

// This client heard what answers another one's datagram: it sent something of another length or content.
function expectedByOther(broken: Case, by: string, bytes: Bytes): boolean {
  const text = Buffer.from(bytes).toString('latin1').toLowerCase()
  const size = /^got (\d+) bytes$/.exec(text)?.[1]
  const answers = (payload: Bytes) =>
    size === undefined ? text !== '' && Buffer.from(payload).toString('latin1').toLowerCase() === text : Number(size) === payload.length
  const sends = broken.transcript.filter(({ event, bytes: payload }) => event === 'send' && payload !== undefined)
  return sends.some(({ actor, bytes: payload }) => actor !== by && answers(payload ?? new Uint8Array()))
    && !sends.some(({ actor, bytes: payload }) => actor === by && answers(payload ?? new Uint8Array()))
}

function toWrongClient(broken: CaseOf<'datagrams'>, who: string, whose: string): Finding {
  const text =
    `${capital(who)} received the answer meant for ${whose}: every datagram has its own sender. Use the address ` +
    'that recvfrom() returned with THAT datagram.'
  const { want } = broken.expectation
  return finding('reply-to-wrong-client', text, `${whose} hears its own answers only`, `${who} heard ${want[0] ? quote(want[0]) : 'it'}`)
}

function extra({ expectation }: CaseOf<'datagrams'>, surplus: readonly Bytes[]): Finding {
  const text = `${capital(expectation.by)} had all its answers, and then ${count(surplus.length, 'more datagram')} came: ${surplus.slice(0, 3).map(quote).join(', ')}.`
  return finding('extra-datagram', text, 'one datagram for one datagram', surplus.slice(0, 5).map(sized).join('\n'))
}

function wrong(broken: CaseOf<'datagrams'>, missing: readonly Bytes[], surplus: readonly Bytes[]): Finding {
  const { by } = broken.expectation
  const [got = new Uint8Array()] = surplus
  const want = missing.find((each) => startsWith(each, got)) ?? missing[0] ?? new Uint8Array()
  const tell = (symptom: Finding['symptom'], message: string) => finding(symptom, message, sized(want), pointOut(want, got))
  const text = Buffer.from(got).toString('utf8')
  if (/\[object promise\]/i.test(text)) return tell('replied-with-promise', `You replied ${quote(got)}: a call was not awaited.`)
  if (got.length > 0 && startsWith(want, got)) {
    return tell(
      'reply-truncated',
      `${want.length} bytes were sent, ${got.length} came back: recvfrom(${got.length}) cuts the datagram and the rest is gone; there is no second read as with TCP.`,
    )
  }
  const asked = bytesOf(sent(broken, by).slice(-1))
  if (same(asked, got)) return tell('wrong-reply', `${capital(by)} sent ${quote(asked)} and the same bytes came back, unchanged.`)
  return tell('wrong-reply', `${capital(by)} expected the datagram ${quote(want)} and received ${quote(got)}.`)
}

function nothing(broken: CaseOf<'datagrams'>): Finding {
  const { expectation, port, program } = broken
  const { by, want } = expectation
  const asked = sent(broken, by).at(-1)?.bytes ?? new Uint8Array()
  const tell = (symptom: Finding['symptom'], message: string) => finding(symptom, message, want[0] ? sized(want[0]) : 'an answer', `nothing reached ${by}`)
  const target = program.calls.findLast(({ call, address }) => /^send/.test(call) && address !== undefined)?.address
  if (target?.[1] === port || (target === undefined && (program.busy ?? 0) > busyLoop)) {
    return tell(
      'replied-to-self',
      `You replied to port ${port}, the port you bound, not to the address recvfrom() returned, which holds the client's host AND port. Your server now receives its own replies; ${by} hears nothing.`,
    )
  }
  if (target !== undefined) {
    return tell(
      'replied-elsewhere',
      `You replied to ${target.join(':')}, where nobody waits. The client's port is ephemeral; only recvfrom() knows it: data, address = recvfrom(…), then sendto(reply, address).`,
    )
  }
  if (asked.length === 0 && sent(broken, by).length > 1) return stoppedAtEmpty(broken)
  const served = servedBefore(broken, by)
  if (served.length > 0) return tell('stopped-answering', `${capital(served[0] ?? '')} was answered, ${by} was not: after its first answers your program went silent.`)
  return tell('no-reply', `${capital(by)} sent ${quote(asked)} and got no answer within 5 s.`)
}

function stoppedAtEmpty({ expectation }: CaseOf<'datagrams'>): Finding {
  const text = `${capital(expectation.by)} sent an empty datagram and from then on got no answer: that is a message of 0 bytes, not end of file. UDP has no end of file.`
  return finding('stopped-at-empty-datagram', text, 'an answer to every datagram', 'silence after the empty one')
}

function tooFew(broken: CaseOf<'datagrams'>): Finding {
  const { by, want, got } = broken.expectation
  const sends = sent(broken, by)
  const lastAnswer = broken.transcript.findLastIndex(({ actor, event }) => actor === by && event === 'receive')
  const next = sends.find((event) => broken.transcript.indexOf(event) > lastAnswer) ?? sends.at(got.length)
  if (next?.bytes?.length === 0) return stoppedAtEmpty(broken)
  const text = `${capital(by)} sent ${count(want.length, 'datagram')} and only ${got.length} were answered.`
  return finding('missing-reply', text, count(want.length, 'answer'), count(got.length, 'answer') + (got[0] ? `, the last ${show(got.at(-1))}` : ''))
}

const show = (answer: Answer | undefined) => (answer === undefined ? 'none' : quote(answer.bytes))

export function diagnoseSamePort({ expectation, port }: CaseOf<'same-port'>): Finding {
  const text =
    `The answer came from ${expectation.from}, but ${expectation.by} had written to port ${port}: a client that connected its ` +
    'socket never hears it. Reply through the socket that received the datagram.'
  return finding('reply-from-other-port', text, `an answer from 127.0.0.1:${port}`, `an answer from ${expectation.from}`)
}
