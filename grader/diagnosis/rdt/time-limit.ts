import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { saying, show } from '../evidence/error.ts'
import { finding, type Finding } from '../finding.ts'

export const isTimeLimit = ({ code, type, message }: ProgramError): boolean =>
  code === 'ETIMEDOUT' || /^(timeout|TimeoutError)$/.test(type) || /timed out/.test(message)

/** Of a receiver whose own time limit worked, and ended it. */
export function endedByTimeLimit({ expectation }: Case, error: ProgramError): Finding | null {
  if (expectation.kind !== 'delivery' || !isTimeLimit(error)) return null
  const done = expectation.arrived.some(({ fin, how }) => fin && how !== 'damaged' && how !== 'stray')
  const text = done
    ? `After FIN your time limit ended the wait, as it should, and its error ended your program (${saying(error)}). Catch it: the transfer is complete, so close the file and end with 0.`
    : `Your time limit ended the wait before the packet with FIN had come (${saying(error)}). A sender may take its time: set the limit only after FIN.`
  return done
    ? finding('exit-code', text, 'exit code 0', show(error))
    : finding('left-too-early', text, 'a program that waits for FIN', show(error))
}
