import type { Ping, PingFault, PingResult } from '../model/pings.ts'
import type { Pinger } from './pinger.ts'

/** A reply that is back sooner must be taken, and one that is back later must not. The rule is 1 s. */
const surelyInTimeMs = 800
const surelyLateMs = 1200
const shortestRttShare = 0.8
/** Held for less, a reply tells nothing of the unit of a time. */
const shortestTellingMs = 50

/** Each ping is well formed, in order, and does not overtake the reply to the one before. */
export function faultInTurns({ arrived, count }: Pinger): PingFault | null {
  let before: Ping | null = null
  for (const [i, { bytes, ping }] of arrived.entries()) {
    if (ping === null) return { of: 'format', got: bytes }
    const early = before !== null && !wasAnswered(before, ping.atMs)
    if (before !== null && early && ping.atMs - before.sinceMs < surelyInTimeMs) {
      const answeredMs = before.repliedMs[0] ?? Number.POSITIVE_INFINITY
      const first = before.atMs
      const together = arrived.filter((each) => each.ping !== null && each.ping.atMs < answeredMs)
      const last = together.at(-1)?.ping ?? ping
      return { of: 'turn', seq: ping.seq, together: together.length, withinMs: last.atMs - first }
    }
    if (i < count && ping.seq !== i + 1) return { of: 'sequence', want: i + 1, got: ping.seq }
    before = ping
  }
  return null
}

const wasAnswered = ({ repliedMs: [first] }: Ping, byMs: number) => first !== undefined && first <= byMs

/** Exactly one result for each ping that was sent. */
export function faultInLines({ pings }: Pinger, results: readonly PingResult[]): PingFault | null {
  for (const seq of numbers(pings)) {
    const printed = results.filter((each) => each.seq === seq)
    if (printed.length !== 1) return { of: 'line', seq, printed }
  }
  return null
}

const numbers = (pings: readonly Ping[]) => new Set(pings.map(({ seq }) => seq))

/** Each result says what happened, and no reply was taken for another's. */
export function faultInResults(pinger: Pinger, results: readonly PingResult[]): PingFault | null {
  const { pings, arrived } = pinger
  const scale = scaleOf(pings[0], results)
  for (const [i, ping] of pings.entries()) {
    const printed = results.find(({ seq }) => seq === ping.seq)
    const [repliedMs] = ping.repliedMs
    if (printed === undefined) continue
    const heldMs = repliedMs === undefined ? null : repliedMs - ping.atMs
    const { rttMs } = printed
    if (rttMs === null) {
      if (repliedMs === undefined || repliedMs - ping.sinceMs >= surelyInTimeMs) continue
      const bytes = arrived.find((each) => each.ping === ping)?.bytes
      return { of: 'result', printed, heldMs, reply: bytes === undefined ? null : pinger.replyTo(bytes) }
    }
    const late = heldMs === null || heldMs > surelyLateMs
    if (!late && rttMs >= shortestRttShare * heldMs * scale) continue
    const untilMs = pings[i + 1]?.atMs ?? ping.atMs + surelyLateMs
    const other = otherReply(ping, pings.slice(0, i), Math.min(repliedMs ?? untilMs, untilMs))
    if (other !== null) return { of: 'other-reply', printed, ...other }
    if (late) return { of: 'result', printed, heldMs, reply: null }
  }
  return null
}

// Whoever prints seconds as ms does so from ping 1 on, and is told by another check.
function scaleOf(first: Ping | undefined, results: readonly PingResult[]): number {
  const rttMs = results.find(({ seq }) => seq === first?.seq)?.rttMs ?? 0
  const heldMs = (first?.repliedMs[0] ?? 0) - (first?.atMs ?? 0)
  return heldMs < shortestTellingMs || rttMs > heldMs / 3 ? 1 : 0
}

/** A reply to an earlier ping that was there for the taking: a copy, or one that came too late for its own. */
function otherReply(ping: Ping, earlier: readonly Ping[], untilMs: number) {
  const spare = earlier
    .flatMap((each) => each.repliedMs.slice(cameLate(each) ? 0 : 1).map((ms) => ({ other: each.seq, ms })))
    .filter(({ ms }) => ms <= untilMs)
  const found = spare.find(({ ms }) => ms > ping.atMs) ?? spare.at(-1)
  return found === undefined ? null : { other: found.other, afterMs: found.ms - ping.atMs }
}

const cameLate = ({ atMs, repliedMs: [first] }: Ping) => first !== undefined && first - atMs > surelyLateMs
