import type { Case } from '../../model/diagnosis.ts'
import type { Transcript, TranscriptEvent } from '../../model/transcript.ts'
import { sentFrames } from './frames.ts'
import { capital, count, quote } from './text.ts'

/** Questions a diagnosis asks of a transcript. */
export const isClient = (actor: string): boolean =>
  actor !== 'program' && actor !== 'grader' && !/^(server|origin)/.test(actor)

const of = (transcript: Transcript, actor: string, event: TranscriptEvent['event']) =>
  transcript.filter((each) => each.actor === actor && each.event === event)

export const bytesOf = (events: Transcript): Uint8Array =>
  Buffer.concat(events.map(({ bytes }) => bytes ?? new Uint8Array()))

function deadlineOf(transcript: Transcript): number {
  const at = transcript.findIndex(({ event }) => event === 'deadline')
  return at === -1 ? transcript.length : at
}

export const beforeDeadline = ({ transcript }: Case): Transcript =>
  transcript.slice(0, deadlineOf(transcript))

/** What came only after the deadline, while the grader looked for the reason. */
export const afterwards = ({ transcript }: Case): Transcript => transcript.slice(deadlineOf(transcript))

/** Who it is that misses something; the reference server and the program's own terminal are nobody. */
export const missing = ({ expectation }: Case): string => ('by' in expectation ? expectation.by : '')

/** What a client had received before the expectation broke. */
export const received = (broken: Case, client: string): Uint8Array =>
  bytesOf(of(beforeDeadline(broken), client, 'receive'))

/** What a client had sent before the expectation broke. */
export const sent = (broken: Case, client: string): Transcript => of(beforeDeadline(broken), client, 'send')

/** How long a client had waited when the expectation broke, since it last did something. */
export function secondsWaited(broken: Case): number {
  const early = beforeDeadline(broken)
  const since = early.findLast(({ actor, event }) => actor === missing(broken) && event !== 'receive')
  const deadline = broken.transcript[early.length] ?? early.at(-1)
  return Math.max(1, Math.round(((deadline?.atMs ?? 0) - (since?.atMs ?? 0)) / 1000))
}

/** The clients who got something before the expectation broke, in the order of their first answer. */
export function served(broken: Case): string[] {
  const answers = beforeDeadline(broken).filter(({ actor, event }) => event === 'receive' && isClient(actor))
  return [...new Set(answers.map(({ actor }) => actor))]
}

/** As `served`, without this client. */
export const servedBefore = (broken: Case, client: string): string[] =>
  served(broken).filter((each) => each !== client)

/** A client who finished without a byte having passed either way, before the expectation broke. */
export function finishedEmpty(broken: Case): string | undefined {
  const early = beforeDeadline(broken)
  const silent = (actor: string) =>
    of(early, actor, 'send').length === 0 && of(early, actor, 'receive').length === 0
  return early.find(({ actor, event }) => event === 'finish' && isClient(actor) && silent(actor))?.actor
}

/** Where a client connected, or -1. */
const connectedAt = ({ transcript }: Case, client: string) =>
  transcript.findIndex(({ actor, event }) => actor === client && event === 'connect')

/** A client that connected after this one and was answered nevertheless, be it after the deadline. */
export function overtakerOf(broken: Case, client: string): string | undefined {
  const at = connectedAt(broken, client)
  const later = broken.transcript.filter(({ actor, event }) => event === 'receive' && isClient(actor))
  return later.find(({ actor }) => at !== -1 && connectedAt(broken, actor) > at)?.actor
}

/** `Client 1 sent 'hello'` or `Client 1 connected`: the beginning of a sentence. */
export function whatItDid(broken: Case, client: string): string {
  const sends = sent(broken, client)
  const verb =
    sends.length === 0 ? (broken.transport === 'tcp' ? 'connected' : 'was there') : `sent ${what(sends)}`
  return `${capital(client)} ${verb}`
}

function what(sends: Transcript): string {
  const last = sends.at(-1)?.bytes ?? new Uint8Array()
  const all = sends.length === 1 ? last : bytesOf(sends)
  return last.length === 0 ? 'an empty datagram' : (sentFrames(all) ?? quote(all, 40))
}

/** `Client 1 was served` or `3 clients were served`, or nothing when nobody was. */
export function whoWasServed(clients: readonly string[], verb = 'served'): string {
  const [first] = clients
  if (first === undefined) return ''
  return clients.length === 1
    ? `${capital(first)} was ${verb}`
    : `${count(clients.length, 'client')} were ${verb}`
}
