import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { errorOf, howItEnded, saying, show, where } from '../evidence/error.ts'
import { received, sent } from '../evidence/story.ts'
import { capital } from '../evidence/text.ts'
import { finding, type Finding } from '../finding.ts'

/** Of a server that ended after a client had left with a reset: one bad client must not take the others down. */
export function diedOnReset(broken: Case): Finding | null {
  const { program, transcript, role } = broken
  if (role !== 'server' || program.exit === null) return null
  const exit = transcript.findIndex(({ event }) => event === 'exit')
  const before = transcript.slice(0, exit === -1 ? undefined : exit)
  const rude = before.findLast(({ event }) => event === 'abort')?.actor
  if (rude === undefined) return null
  const error = errorOf(program)
  const known = error === null || /^(ECONNRESET|EPIPE|ENOTCONN|ECONNABORTED)$/.test(error.code ?? '')
  if (!known) return null
  // Without an error, a client that came later and was let in shows that the reset had been survived. An answer shows
  // nothing: that of a client who was there before may have been on its way.
  const since = before.slice(before.findLastIndex(({ event }) => event === 'abort'))
  if (error === null && since.some(({ event }) => event === 'connect')) return null
  if (error?.call?.startsWith('send') === true) return diedInSend(broken, rude, error)
  const asked =
    sent(broken, rude).length > 0 && received(broken, rude).length === 0 ? ' before your answer' : ''
  const how = error === null ? howItEnded(program) : `${show(error)}${where(error)}`
  const text =
    `${capital(rude)} reset its connection${asked}, and your whole server ended (${how}). One bad client must not take ` +
    `the others down: catch errors per connection.`
  return finding('died-on-reset', text, 'a server that serves the next client', howItEnded(program))
}

function diedInSend(broken: Case, rude: string, error: ProgramError): Finding {
  const text =
    `${capital(rude)} left before your answer; ${error.call}() failed (${saying(error)}) and ended your whole server. ` +
    'An answer that nobody takes any more is that client’s loss, not the end: catch the errors of send(), too.'
  return finding('died-on-reset', text, 'a server that serves the next client', howItEnded(broken.program))
}
