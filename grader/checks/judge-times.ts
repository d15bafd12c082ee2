import type { Ping, PingFault, PingResult, PingSummary } from '../model/pings.ts'
import type { Pinger } from './pinger.ts'

const shortestRttShare = 0.8
/** What a program may take for itself, beyond the time its reply was really held. */
const ownShareMs = 350
const shortestWaitMs = 800
const longestWaitMs = 1600

/** Each round trip time is that of its own ping: not less than the reply was held, and not much more. */
export function faultInTimes({ pings }: Pinger, results: readonly PingResult[]): PingFault | null {
  const timed = pings.flatMap((ping) => {
    const [repliedMs] = ping.repliedMs
    const printed = results.find(({ seq }) => seq === ping.seq)
    if (repliedMs === undefined || printed === undefined || printed.rttMs === null) return []
    return { printed, rttMs: printed.rttMs, heldMs: repliedMs - ping.atMs, mostMs: repliedMs - ping.sinceMs }
  })
  const rttsMs = timed.map(({ rttMs }) => rttMs)
  const heldMs = Math.min(...timed.map((each) => each.heldMs))
  const grows = rttsMs.slice(1).every((rttMs, i) => rttMs - (rttsMs[i] ?? 0) > heldMs / 2)
  if (timed.length > 3 && grows) return { of: 'growth', rttsMs, heldMs }
  const wrong = timed.find(
    ({ rttMs, heldMs: least, mostMs }) => rttMs < shortestRttShare * least || rttMs > mostMs + ownShareMs,
  )
  return wrong === undefined ? null : { of: 'rtt', printed: wrong.printed, heldMs: wrong.heldMs }
}

/** After a lost ping the next one came when a second had passed, plus the pause the program makes after any ping. */
export function faultInWait({ pings, script }: Pinger): PingFault | null {
  // One that does not even wait for replies is told by another check.
  const overtakes = ({ repliedMs: [first] }: Ping, next: Ping | undefined) =>
    first !== undefined && next !== undefined && next.atMs < first
  if (pings.some((ping, i) => overtakes(ping, pings[i + 1]))) return null
  const pauseMs = Math.max(0, ...pings.map((ping, i) => pauseAfter(ping, pings[i + 1])))
  for (const [i, ping] of pings.entries()) {
    const next = pings[i + 1]
    if (ping.repliedMs.length > 0 || next === undefined) continue
    const fault = (waitedMs: number): PingFault => ({
      of: 'wait',
      seq: ping.seq,
      waitedMs,
      strays: script.straysDuring === ping.seq,
    })
    if (next.atMs - ping.sinceMs < shortestWaitMs) return fault(next.atMs - ping.atMs)
    if (next.sinceMs - ping.atMs > longestWaitMs + pauseMs) return fault(next.atMs - ping.atMs)
  }
  return null
}

const pauseAfter = ({ repliedMs: [first] }: Ping, next: Ping | undefined) =>
  first === undefined || next === undefined ? 0 : next.atMs - first

/** What a right summary says of these pings. */
function summaryOf({ pings }: Pinger): PingSummary {
  const sent = pings.length
  const received = pings.filter(({ repliedMs }) => repliedMs.length > 0).length
  return { sent, received, lostPercent: sent === 0 ? 0 : (100 * (sent - received)) / sent }
}

export function faultInSummary(pinger: Pinger, got: PingSummary | null): PingFault | null {
  const want = summaryOf(pinger)
  const right =
    got?.sent === want.sent &&
    got.received === want.received &&
    Math.abs(got.lostPercent - want.lostPercent) < 1
  return right ? null : { of: 'summary', want, got }
}
