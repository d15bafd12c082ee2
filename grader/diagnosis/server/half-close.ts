import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { saying, show } from '../evidence/error.ts'
import { beforeDeadline, bytesOf, missing, sent, servedBefore, whatItDid } from '../evidence/story.ts'
import { capital, count, decode, quote } from '../evidence/text.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'

/** Whether a client had finished sending when the expectation broke. */
export const hadFinished = (broken: Case, client: string): boolean =>
  beforeDeadline(broken).some(({ actor, event }) => actor === client && event === 'finish')

export function mayStillSend({ track, program }: Case): string {
  const plainNode = track === 'typescript' && program.calls.length === 0
  const how = plainNode ? ' With node:net that needs createServer({ allowHalfOpen: true }).' : ''
  return `The end of the client's data ends only ITS direction; you may still send. Reply first, then close.${how}`
}

/** A client got an answer before it had finished. */
export function diagnoseTooEarly(broken: CaseOf<'nothing-yet'>): Finding {
  const { by, got } = broken.expectation
  const text = `${whatItDid(broken, by)} and had not finished, and you answered already: ${quote(got, 40)}. recv() gives what has come so far; only when it returns 0 bytes, end of file, do you have everything.`
  return finding('replied-too-early', text, 'nothing before the client has finished', quote(got))
}

/** An answer that was written when the own side had ended too. */
export function answeredTooLate(broken: Case, error: ProgramError): Finding | null {
  const ended =
    /ended by the other party|write after end|ERR_STREAM_(WRITE_AFTER_END|ALREADY_FINISHED|DESTROYED)/
  const by = missing(broken)
  if (!hadFinished(broken, by) || !ended.test(`${error.code} ${error.message}`)) return null
  const text = `${capital(by)} half-closed and got your FIN with no answer (${saying(error)}): Node ends your side by itself when the client has ended its own, unless you ask for createServer({ allowHalfOpen: true }).`
  return finding('closed-without-reply', text, 'the reply, then FIN', show(error))
}

/** An answer that tells how much had come, and tells it wrong. */
export function miscounted(broken: CaseOf<'stream'>): Finding | null {
  const { by, want, got } = broken.expectation
  const [told, wanted] = [numberIn(got), numberIn(want)]
  const asked = bytesOf(sent(broken, by))
  if (told === null || wanted !== asked.length || told === wanted || labelOf(want) !== labelOf(got))
    return null
  const tell = (symptom: Finding['symptom'], text: string) => different(symptom, text, want, got)
  const before = servedBefore(broken, by).map((client) => bytesOf(sent(broken, client)).length)
  if (before.length > 0 && told === before.reduce((sum, size) => sum + size, wanted))
    return tell(
      'stale-reply',
      `${capital(by)} sent ${count(wanted, 'byte')}, and you counted ${told}: what the clients before it had sent is in it. Count from 0 for every connection.`,
    )
  const text = decode(asked)
  // Letters that were cut in two count twice.
  if (text !== null && told < wanted && told >= Array.from(text).length)
    return tell(
      'counted-characters',
      `You counted ${told} characters; ${by} counts ${wanted} bytes. Count the bytes as they come, before you decode them.`,
    )
  if (told >= wanted) return null
  return tell(
    'short-read',
    `You counted ${told} of ${wanted} bytes: one recv() gives what has come so far. recv() until it returns 0 bytes.`,
  )
}

const numberIn = (bytes: Uint8Array) => {
  const digits = /\d+/.exec(decode(bytes.subarray(0, 100)) ?? '')?.[0]
  return digits === undefined ? null : Number(digits)
}

const labelOf = (bytes: Uint8Array) => decode(bytes)?.split(/\d/)[0]
