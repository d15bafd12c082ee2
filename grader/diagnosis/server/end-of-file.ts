import type { Case } from '../../model/diagnosis.ts'
import { howItEnded } from '../evidence/error.ts'
import { served } from '../evidence/story.ts'
import { capital } from '../evidence/text.ts'
import { finding, type Finding } from '../finding.ts'

/** Of a server that served a client, stayed while that one had not finished, and ended then. */
export function leftTheLoop(broken: Case): Finding | null {
  const { transcript, program, transport } = broken
  const last = served(broken).at(-1)
  if (transport !== 'tcp' || program.exit?.code !== 0 || last === undefined) return null
  const own = transcript.filter(({ actor, event }) => actor === last || event === 'exit')
  const at = (event: string) => own.findIndex((each) => each.event === event)
  const [finish, end, exit] = [at('finish'), at('end'), at('exit')]
  if (finish === -1 || exit < finish || (end !== -1 && end < finish) || at('send') === -1) return null
  const ended = howItEnded(program)
  const text =
    `${capital(last)} got its answer and closed its side, and then your program ended (${ended}): nobody accepts the next client. ` +
    'If recv() returned 0 bytes and a `break` followed: it left the ACCEPT loop, not the recv loop.'
  return {
    ...finding('ended-after-first-client', text, 'a program that keeps serving', ended),
    hint: 'At the end of file close this connection and go back to accept(): nothing a client does may leave that loop.',
  }
}
