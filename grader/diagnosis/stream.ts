import type { Case } from '../model/diagnosis.ts'
import { finding, type CaseOf, type Finding } from './finding.ts'
import { afterwards, bytesOf, capital, connectedLater, received, sent, servedBefore, whatItDid } from './story.ts'
import { count, hex, includes, pointOut, quote, same, sized, startsWith } from './text.ts'
import { where } from './program.ts'

/** A client did not get the bytes it wanted from a server that is still running. */
export function diagnoseStream(broken: CaseOf<'stream'>): Finding {
  const { got, why } = broken.expectation
  if (got.length > 0) return diagnoseReply(broken)
  return why === 'silence' || why === 'refused' || why === 'exit' ? diagnoseSilence(broken) : diagnoseHangUp(broken)
}

function diagnoseReply(broken: CaseOf<'stream'>): Finding {
  const { by, want, got, why } = broken.expectation
  const text = Buffer.from(got).toString('utf8')
  const tell = (symptom: Finding['symptom'], message: string) => finding(symptom, message, sized(want), pointOut(want, got))
  const did = whatItDid(broken, by)
  if (/\[object promise\]/i.test(text)) {
    return tell('replied-with-promise', `You replied ${quote(got)}: recv() returns a Promise, and a Promise is no text. Write: const data = await connection.recv(1024).`)
  }
  if (startsWith(want, got)) {
    const then = why === 'end' || why === 'reset' ? 'the connection ended' : 'nothing more came'
    return tell('reply-cut-short', `${did} and received only ${count(got.length, 'byte')} of ${want.length}: ${quote(got)}, then ${then}.`)
  }
  const earlier = servedBefore(broken, by).find((client) => same(received(broken, client), got))
  if (earlier !== undefined) {
    return tell('stale-reply', `${capital(by)} was told ${quote(got)}, the same as ${earlier} before.`)
  }
  if (same(bytesOf(sent(broken, by)), got)) {
    return tell('wrong-reply', `${did} and the same bytes came back, unchanged.`)
  }
  if (/^b'.*'$|^b".*"$/is.test(text)) {
    return tell('wrong-reply', `You sent ${quote(got)}: that is how Python displays bytes, not their content. Use data.decode(), not str(data).`)
  }
  if (startsWith(got, want)) return diagnoseSurplus(broken, want, got)
  return tell('wrong-reply', `${did} and received ${quote(got)} instead of ${quote(want)}.`)
}

function diagnoseSilence(broken: CaseOf<'stream'>): Finding {
  const { by, want } = broken.expectation
  const tell = (symptom: Finding['symptom'], message: string) => finding(symptom, message, sized(want), 'nothing: the connection stayed open and silent')
  const late = bytesOf(afterwards(broken).filter(({ actor, event }) => actor === by && event === 'receive'))
  const served = servedBefore(broken, by)
  const sentSome = sent(broken, by).length > 0
  if (late.length > 0 && sentSome && includes(late, want)) {
    return tell(
      'waits-for-eof',
      `Deadlock: ${whatItDid(broken, by)} and waits for your answer; you wait for its end of file. It will not close before you answer (your reply came only after it did): reply after the first recv().`,
    )
  }
  const overtaker = served.find((other) => connectedLater(broken, by, other))
  if (overtaker !== undefined) {
    return tell('lost-waiting-client', `${capital(by)} and ${overtaker} were waiting; only the later one, ${overtaker}, was served.`)
  }
  if (served.length > 0) {
    const who = served.length === 1 ? `${capital(served[0] ?? '')} was served` : `${served.length} clients were served`
    return tell(
      'served-only-once',
      `${who}, ${by} connected but got nothing. accept() returns ONE connection: call it again, inside the loop, for every client.`,
    )
  }
  const printed = broken.program.error
  const reason = printed === null ? '' : ` Your program printed ${printed.type}: ${printed.message}${where(printed)}.`
  return tell('no-reply', `${whatItDid(broken, by)} and got no answer within 5 s.${reason}`)
}

function diagnoseHangUp(broken: CaseOf<'stream'>): Finding {
  const { by, want, why } = broken.expectation
  const printed = broken.program.error
  const reason = printed === null ? '' : ` Your program printed ${printed.type}: ${printed.message}${where(printed)}.`
  if (why === 'reset') {
    const text = `${whatItDid(broken, by)} and its connection was reset (RST) before any reply.${reason}`
    return finding('reset-connection', text, sized(want), 'ECONNRESET')
  }
  const text = `${whatItDid(broken, by)} and you closed the connection without a reply.${reason}`
  return finding('closed-without-reply', text, sized(want), 'the end of the stream')
}

export function diagnoseEnd(broken: CaseOf<'end'>): Finding {
  const { by, why } = broken.expectation
  if (why === 'reset') {
    const text = `${capital(by)} got its reply, and then the connection was reset (RST) instead of closed (FIN).`
    return finding('reset-connection', text, 'FIN: the end of the stream', 'RST')
  }
  const finished = broken.transcript.some(({ actor, event }) => actor === by && event === 'finish')
  const since = finished ? `2 s after ${by} had finished` : '2 s later'
  const text =
    `The reply was right, but ${since} your side of the connection is still open. Close the connection socket; each ` +
    'unclosed one leaks a descriptor and leaves the client waiting for the end of the stream.'
  return finding('not-closed', text, 'FIN: the end of the stream', 'a connection that stays open')
}

export function diagnoseExtra(broken: CaseOf<'nothing-more'>): Finding {
  const { by, want, got } = broken.expectation
  const whole = received(broken as Case, by)
  return diagnoseSurplus(broken, want, whole.length > got.length ? whole : got)
}

function diagnoseSurplus(broken: Case, want: Uint8Array, whole: Uint8Array): Finding {
  const more = whole.length - want.length
  const text = `You sent ${quote(whole)} (${hex(whole, 24)}), ${count(more, 'byte')} more than the client expects: send only ${quote(want)}.`
  return finding('extra-bytes', text, sized(want), pointOut(want, whole))
}
