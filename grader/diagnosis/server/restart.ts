import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { saying, show } from '../evidence/error.ts'
import { finding, type Finding } from '../finding.ts'

/** Of a server that was started again and did not get its own port: connections of the run before are in the way. */
export function takenByItself(broken: Case, error: ProgramError, tried: number | null): Finding | null {
  const restarted = broken.transcript.some(({ event }) => event === 'restart')
  if (!restarted || (tried !== null && tried !== broken.port)) return null
  const text =
    `Your program was killed and started again at once, and did not get its port (${saying(error)}): connections of the run ` +
    'before, which your side ended first, are still in TIME_WAIT there. SO_REUSEADDR lets bind() pass them.'
  return {
    ...finding('address-in-use', text, 'the same port, at once', show(error)),
    hint:
      broken.track === 'python'
        ? 'Before bind(): `server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)`.'
        : 'Set SO_REUSEADDR before bind(), in every run.',
  }
}
