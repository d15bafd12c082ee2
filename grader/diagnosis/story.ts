import type { Case } from '../model/diagnosis.ts'
import type { Transcript, TranscriptEvent } from '../model/transcript.ts'
import { quote } from './text.ts'

/** Questions a diagnosis asks of a transcript. */
const isClient = (actor: string) => actor !== 'program' && actor !== 'grader' && !actor.startsWith('server')

const of = (transcript: Transcript, actor: string, event: TranscriptEvent['event']) =>
  transcript.filter((each) => each.actor === actor && each.event === event)

export const bytesOf = (events: Transcript): Uint8Array => Buffer.concat(events.map(({ bytes }) => bytes ?? new Uint8Array()))

/** What a client had received before the expectation broke. */
export const received = ({ transcript }: Case, client: string): Uint8Array => bytesOf(of(beforeDeadline(transcript), client, 'receive'))

export const sent = ({ transcript }: Case, actor: string): Transcript => of(transcript, actor, 'send')

function deadlineOf(transcript: Transcript): number {
  const at = transcript.findIndex(({ event }) => event === 'deadline')
  return at === -1 ? transcript.length : at
}

const beforeDeadline = (transcript: Transcript) => transcript.slice(0, deadlineOf(transcript))

/** What came only after the deadline, while the grader looked for the reason. */
export const afterwards = ({ transcript }: Case): Transcript => transcript.slice(deadlineOf(transcript))

/** The other clients who got an answer, in the order of their first one. */
export function servedBefore({ transcript }: Case, client: string): string[] {
  const answers = beforeDeadline(transcript).filter(({ actor, event }) => event === 'receive' && isClient(actor))
  return [...new Set(answers.map(({ actor }) => actor))].filter((actor) => actor !== client)
}

/** A client who finished without having sent anything, before the expectation broke. */
export function finishedEmpty({ transcript }: Case): string | undefined {
  const early = beforeDeadline(transcript)
  return early.find(({ actor, event }) => event === 'finish' && isClient(actor) && of(early, actor, 'send').length === 0)?.actor
}

/** Whether `later` connected after `client` did. */
export function connectedLater({ transcript }: Case, client: string, later: string): boolean {
  const at = (actor: string) => transcript.findIndex((each) => each.actor === actor && each.event === 'connect')
  return at(later) > at(client)
}

/** `Client 1 sent 'hello'` or `Client 1 connected and sent nothing` as the beginning of a sentence. */
export function whatItDid(broken: Case, client: string): string {
  const bytes = bytesOf(sent(broken, client))
  const name = capital(client)
  return bytes.length > 0 ? `${name} sent ${quote(bytes)}` : `${name} connected`
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`
}
