import type { SenderFault } from '../model/expectation-rdt.ts'
import type { Sender, Try } from './sender.ts'

/** The rule is 150 to 600 ms; nobody is blamed for a little less, or for a little more. */
const [surelySoonMs, surelyLateMs] = [120, 720]
/** Nobody's timer is that short: something else made it send. */
const atOnceMs = 60

type Gap = {
  readonly packet: number
  readonly before: Try
  readonly leastMs: number
  readonly mostMs: number
}

/** From each transmission that got no right answer to the next one of the same packet. */
function gapsOf({ packets }: Sender): Gap[] {
  return packets.flatMap(({ tries }, i) =>
    tries.slice(1).flatMap((next, j) => {
      const before = tries[j]
      if (before === undefined || before.crossing === 'clear') return []
      const [leastMs, mostMs] = [next.sinceMs - before.atMs, next.atMs - before.sinceMs]
      return [{ packet: i + 1, before, leastMs, mostMs }]
    }),
  )
}

/**
 * Lost packets are repeated in time. One that came late may have waited for a processor, so the soonest is judged; and
 * one that came soon may have been sent late the time before, so it takes more than one.
 */
export function faultInTimer(sender: Sender): SenderFault | null {
  const gaps = gapsOf(sender)
  const soon = gaps.filter(({ mostMs }) => mostMs < surelySoonMs)
  const [first] = soon
  if (first !== undefined && 2 * soon.length > gaps.length)
    return { of: 'timer', late: false, packet: first.packet, gapMs: first.mostMs }
  const [soonest] = gaps.toSorted((a, b) => a.leastMs - b.leastMs)
  if (soonest === undefined || soonest.leastMs <= surelyLateMs) return null
  return { of: 'timer', late: true, packet: soonest.packet, gapMs: soonest.leastMs }
}

/** All lost packets may have come again too late, and nobody can tell: the reference receiver was late itself. */
export function mayBeLate(sender: Sender): boolean {
  const gaps = gapsOf(sender)
  return gaps.length > 0 && gaps.every(({ mostMs }) => mostMs > surelyLateMs)
}

/** No wrong acknowledgement makes it send. */
export function faultInPatience(sender: Sender): SenderFault | null {
  for (const { packet, before, mostMs } of gapsOf(sender))
    if (before.answer !== null && mostMs < atOnceMs)
      return { of: 'resent', packet, answer: before.answer, afterMs: mostMs }
  return null
}
