import type { PingFault } from '../../model/pings.ts'
import { finding, type Finding } from '../finding.ts'
import { line, ms } from './ping-words.ts'

const near = (share: number, value: number) => share > value * 0.75 && share < value * 2

/** A round trip time that is not that of its ping; most wrong ones show by their size what they are. */
export function diagnoseTime({ printed, heldMs }: Extract<PingFault, { of: 'rtt' }>): Finding {
  const rttMs = printed.rttMs ?? 0
  const share = rttMs / heldMs
  const text = `The reply to ping ${printed.seq} was held ${ms(heldMs)}, and you printed '${line(printed)}'. ${meaning(share, rttMs)}`
  return finding('wrong-rtt', text, `rtt=${ms(heldMs)}, or a little more`, line(printed))
}

function meaning(share: number, rttMs: number): string {
  if (near(-share, 1))
    return 'That is the right time with the wrong sign: subtract the earlier from the later.'
  if (near(share, 0.001)) return 'These are seconds: multiply them by 1000.'
  if (near(share, 1000)) return 'These are microseconds: divide them by 1000.'
  if (near(share, 1_000_000)) return 'These are nanoseconds: divide them by 1000000.'
  if (share > 0.4 && share < 0.6)
    return 'That is half of it. A round trip time is the whole time, there and back.'
  if (share < 0.4)
    return 'It cannot be that short. Note the time before you send, and again when the reply has been received.'
  const much = rttMs >= 900 && rttMs < 1500 ? ' Is a pause of a second in it?' : ''
  return `That is far too long: it holds more than the way there and back.${much} Note the time right before you send this ping.`
}
