import type { Case } from '../../model/diagnosis.ts'
import { lastAddress, outgoing, sending } from '../evidence/calls.ts'
import { stoppedAtEmpty } from './empty-datagram.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from './stream.ts'
import { beforeDeadline, isClient, servedBefore, whatItDid, whoWasServed } from '../evidence/story.ts'
import { sized } from '../evidence/text.ts'

const busyLoop = 0.25

/** Nothing reached a client of a program that is still running. */
export function diagnoseNoDatagram(broken: CaseOf<'datagrams'>): Finding {
  const { by } = broken.expectation
  const wanted = broken.expectation.want[0]
  const tell = (symptom: Finding['symptom'], message: string) =>
    finding(symptom, message, wanted === undefined ? 'an answer' : sized(wanted), `nothing reached ${by}`)
  const empty = stoppedAtEmpty(broken)
  if (empty !== null) return empty
  const astray = sentAstray(broken, tell)
  if (astray !== null) return astray
  const before = servedBefore(broken, by)
  if (before.length > 0) {
    const text = `${whoWasServed(before, 'answered')}, and then ${by} was not: your program went silent.${whatItDoes(broken)}`
    return tell('stopped-answering', text)
  }
  return (
    failedAlive(broken) ??
    tell('no-reply', `${whatItDid(broken, by)} and got no answer within 5 s.${whatItDoes(broken)}`)
  )
}

export type Tell = (symptom: Finding['symptom'], message: string) => Finding

/** Its trace tells of a reply to every datagram, and none of them arrived where it should. */
export function sentAstray(broken: CaseOf<'datagrams' | 'lookup'>, tell: Tell): Finding | null {
  const { port, program, expectation } = broken
  const { by } = expectation
  const asked = beforeDeadline(broken).filter(({ actor, event }) => event === 'send' && isClient(actor))
  const heard = beforeDeadline(broken).filter(({ event }) => event === 'receive').length
  const sends = outgoing(broken).length
  const target = sends >= asked.length && sends > heard ? lastAddress(broken, sending) : undefined
  const looping = program.calls.length === 0 && (program.busy ?? 0) > busyLoop
  if (target?.[1] === port || looping) {
    return tell(
      'replied-to-self',
      `You replied to port ${port}, the port you bound, and not to the address recvfrom() returned, which holds the client's ` +
        `host AND port. Your server now receives its own replies, and ${by} hears nothing.`,
    )
  }
  if (target === undefined) return null
  const [where, others] = [target.join(':'), servedOrGone(broken, by)]
  if (others !== undefined) {
    return tell(
      'reply-to-wrong-client',
      `Your answer to ${by} went to ${where}, the address of ${others}: every datagram has its own sender. Use the address ` +
        'that recvfrom() returned with THAT datagram.',
    )
  }
  return tell(
    'replied-elsewhere',
    `You replied to ${where}, where ${by} is not. A client's port is ephemeral, and only recvfrom() knows it: ` +
      'data, address = recvfrom(…), then sendto(reply, address).',
  )
}

// All replies went to one and the same address, and somebody was there before: the first client's address was kept.
function servedOrGone(broken: Case, by: string): string | undefined {
  const addresses = new Set(outgoing(broken).map(({ address }) => address?.join(':')))
  const earlier = beforeDeadline(broken).find(
    ({ actor, event }) => event === 'send' && isClient(actor),
  )?.actor
  if (addresses.size !== 1 || earlier === undefined || earlier === by) return undefined
  return outgoing(broken).length > 1 ? earlier : undefined
}
