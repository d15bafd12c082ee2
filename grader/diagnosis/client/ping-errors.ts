import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { saying, show, where } from '../evidence/error.ts'
import { finding, type Finding } from '../finding.ts'

/** Of a pinger whose own time limit worked, and ended it. */
export function diedOfTimeout({ expectation }: Case, error: ProgramError): Finding | null {
  if (expectation.kind !== 'pings' || expectation.fault.of !== 'count') return null
  const timedOut =
    error.code === 'ETIMEDOUT' ||
    /^(timeout|TimeoutError)$/.test(error.type) ||
    /timed out/.test(error.message)
  if (!timedOut || !expectation.fault.lost) return null
  const { sent, count } = expectation.fault
  const text = `Ping ${sent} was dropped, your time limit ended the wait, and its error ended your program${where(error)} (${saying(error)}). Catch it, print \`seq=${sent} timeout\`, and go on with the next ping.`
  return finding('stopped-at-loss', text, `${count} pings, whatever becomes of each`, show(error))
}
