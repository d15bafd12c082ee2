import type { Case } from '../../model/diagnosis.ts'
import { hasComeToItsEnd, pending } from '../evidence/calls.ts'
import { knownError } from '../ending.ts'
import { show, where } from '../evidence/error.ts'
import { explanation } from '../advice/explanations.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { hadFinished, mayStillSend } from './half-close.ts'
import { stuckOn } from './stuck.ts'
import { listenerClosed, lostItsListener } from './listener.ts'
import { diagnoseReply } from './reply.ts'
import { printedInstead } from '../evidence/screen.ts'
import {
  afterwards,
  bytesOf,
  overtakerOf,
  received,
  secondsWaited,
  sent,
  servedBefore,
  whatItDid,
  whoWasServed,
} from '../evidence/story.ts'
import { capital, quote, sized } from '../evidence/text.ts'

const busyLoop = 0.25

/** A client did not get the bytes it wanted from a server that is still running. */
export function diagnoseStream(broken: CaseOf<'stream'>): Finding {
  const { got, why } = broken.expectation
  if (got.length > 0) return diagnoseReply(broken)
  const hungUp = why === 'end' || why === 'reset'
  return overtaken(broken) ?? (hungUp ? diagnoseHangUp(broken, why) : diagnoseSilence(broken))
}

function overtaken(broken: CaseOf<'stream'>): Finding | null {
  const { by, want, why } = broken.expectation
  const other = overtakerOf(broken, by)
  if (other === undefined) return null
  const fate =
    { end: 'its connection was closed without an answer', reset: 'its connection was reset' }[why as 'end'] ??
    'it got nothing'
  const text = `${capital(by)} and ${other} were waiting, and only the later one, ${other}, was served; ${by} was dropped: ${fate}. Every connection that accept() returns is a client.`
  return finding('lost-waiting-client', text, sized(want), fate)
}

function diagnoseSilence(broken: CaseOf<'stream'>): Finding {
  const { by, want } = broken.expectation
  const tell = (symptom: Finding['symptom'], message: string) =>
    finding(symptom, message, sized(want), 'nothing: the connection stayed open and silent')
  const late = bytesOf(afterwards(broken).filter(({ actor, event }) => actor === by && event === 'receive'))
  if (late.length > 0)
    return sent(broken, by).length > 0
      ? tell('waits-for-eof', deadlock(broken, late))
      : waitsForNothing(broken, tell)
  const before = servedBefore(broken, by)
  if (before.length > 0 && hasComeToItsEnd(broken)) {
    const text = `${whoWasServed(before)}, and then your program came to its end: only the open listening socket keeps it alive, and nobody accepts ${by}. accept() belongs inside a loop that never ends.`
    return tell('ended-after-first-client', text)
  }
  if (lostItsListener(broken)) return listenerClosed(broken)
  const stuck = stuckOn(broken, whatItDoes(broken))
  if (stuck !== null) return stuck
  if (before.length > 0) return tell('served-only-once', servedOnce(broken, before))
  return (
    failedAlive(broken) ??
    tell(
      'no-reply',
      `${whatItDid(broken, by)} and got no answer within ${secondsWaited(broken)} s.${whatItDoes(broken)}`,
    )
  )
}

function deadlock(broken: CaseOf<'stream'>, late: Uint8Array): string {
  const { by, want } = broken.expectation
  const reply = Buffer.from(late).includes(Buffer.from(want)) ? 'your reply' : quote(late)
  return (
    `Deadlock: ${by} waits for your answer, and you wait for its end of file, which it sends only after your answer. ` +
    `(Once it had finished, ${reply} came.) Reply after the first recv() that returned data.`
  )
}

function waitsForNothing(
  { expectation }: CaseOf<'stream'>,
  tell: (symptom: 'waits-for-eof', message: string) => Finding,
): Finding {
  const { by } = expectation
  const text = `${capital(by)} connected and got nothing until it had finished: you wait in recv() for something that ${by} never sends. In this protocol the server speaks first.`
  return {
    ...tell('waits-for-eof', text),
    hint: 'Send as soon as accept() has returned; leave out the recv().',
  }
}

function servedOnce(broken: CaseOf<'stream'>, before: readonly string[]): string {
  const { by } = broken.expectation
  const waits = pending(broken).find((call) => call !== 'accept')
  const busy = waits === undefined ? '' : ` Your program waits in ${waits}().`
  return `${whoWasServed(before)}, ${by} connected but got nothing.${busy} accept() returns ONE connection: call it again, inside the loop, for every client.`
}

/** What a running program that should have answered is doing, as far as its calls and the processor tell. */
export function whatItDoes(broken: Case): string {
  const { program } = broken
  const [waits] = pending(broken)
  if (waits !== undefined) return ` Your program waits in ${waits}().`
  if ((program.busy ?? 0) > busyLoop)
    return ' Your program has kept the processor busy all the time: is there a loop that waits for nothing?'
  const listened = program.calls.some(({ call }) => call === 'listen')
  if (listened && !program.calls.some(({ call }) => call === 'accept'))
    return ' Your program never called accept().'
  return printedInstead(broken)
}

/** Of a program that lives on, but printed an error: a thread or a task of it has ended. */
export function failedAlive(broken: Case, did?: string): Finding | null {
  const { error, exit } = broken.program
  // What happens when our side goes away is not what happened before.
  if (error === null || exit !== null || error.code === 'ECONNRESET' || error.code === 'EPIPE') return null
  const known = knownError(broken, error)
  if (known !== null) return known
  const by =
    did ?? ('by' in broken.expectation ? whatItDid(broken, broken.expectation.by) : 'A client was there')
  const text = `${by}, and the code that should answer failed${where(error)} with ${show(error)}, while your program runs on.${explanation(broken, error)}`
  return finding('crashed', text, 'an answer', show(error))
}

function diagnoseHangUp(broken: CaseOf<'stream'>, why: 'end' | 'reset'): Finding {
  const { by, want } = broken.expectation
  if (lostItsListener(broken)) return listenerClosed(broken)
  const found = failedAlive(broken)
  if (found !== null) return found
  if (why === 'reset') {
    const text = `${whatItDid(broken, by)} and its connection was reset (RST) before any reply: you closed it while received bytes were still unread.`
    return finding('reset-connection', text, sized(want), 'ECONNRESET')
  }
  const ended = hadFinished(broken, by) && received(broken, by).length === 0
  const finished = ended ? ' and half-closed' : ''
  const also = ended && sent(broken, by).length > 0 ? ` ${mayStillSend(broken)}` : ''
  const text = `${whatItDid(broken, by)}${finished}, and you closed the connection without a reply.${printedInstead(broken)}${also}`
  return finding('closed-without-reply', text, sized(want), 'the end of the stream')
}

/** The end of the stream did not come. */
export function diagnoseEnd(broken: CaseOf<'end'>): Finding {
  const { by, why } = broken.expectation
  if (why === 'reset') {
    const text = `${capital(by)} got its reply, and then the connection was reset (RST) instead of closed (FIN): you closed it while received bytes were still unread.`
    return finding('reset-connection', text, 'FIN: the end of the stream', 'RST')
  }
  const finished = broken.transcript.some(({ actor, event }) => actor === by && event === 'finish')
  const since = finished ? `2 s after ${by} had finished` : '2 s later'
  const text =
    `The reply was right, but ${since} your side of the connection is still open. Close the connection socket: each unclosed one ` +
    'leaks a descriptor and leaves its client waiting for the end of the stream.'
  return finding('not-closed', text, 'FIN: the end of the stream', 'a connection that stays open')
}
