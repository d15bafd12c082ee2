import type { PingFault, PingResult } from '../model/pings.ts'
import type { Pinger } from './pinger.ts'

const surelyTooSoonMs = 800
const surelyTooLongMs = 2500

/**
 * Whether a right program could have done this on a machine where it waits for a processor: a single reply that it
 * took too late, a single long time. What it does too soon, and what it does most of the time, is its own doing.
 */
export function loadMayExplain(pinger: Pinger, results: readonly PingResult[], fault: PingFault): boolean {
  const { pings } = pinger
  const answered = pings.filter(({ repliedMs }) => repliedMs.length > 0)
  const few = (wrong: (result: PingResult) => boolean) =>
    results.filter((each) => answered.some(({ seq }) => seq === each.seq) && wrong(each)).length <=
    answered.length / 2
  switch (fault.of) {
    case 'result': {
      if (fault.printed.rttMs !== null) return fault.heldMs !== null
      const i = pings.findIndex(({ seq }) => seq === fault.printed.seq)
      const [ping, next] = [pings[i], pings[i + 1]]
      const tooSoon = ping !== undefined && next !== undefined && next.atMs - ping.sinceMs < surelyTooSoonMs
      return !tooSoon && few(({ rttMs }) => rttMs === null)
    }
    case 'rtt': {
      const { heldMs, printed } = fault
      return (printed.rttMs ?? 0) > heldMs && few(({ rttMs }) => (rttMs ?? 0) > heldMs + surelyTooSoonMs / 2)
    }
    case 'wait':
      return fault.waitedMs > surelyTooSoonMs && fault.waitedMs < surelyTooLongMs
    default:
      return false
  }
}
