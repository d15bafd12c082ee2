import type { Case } from '../../model/diagnosis.ts'
import { errorOf, howItEnded, show, where } from '../evidence/error.ts'
import { finding, type Finding } from '../finding.ts'
import { questionsOnly } from '../store/story.ts'
import { beforeDeadline, isClient } from '../evidence/story.ts'
import { capital } from '../evidence/text.ts'

/**
 * A UDP server that answered everything up to an empty datagram, and nothing from there on: it took it for an end of
 * file. Replies may overtake each other, so they are counted and not matched.
 */
export function stoppedAtEmpty(broken: Case): Finding | null {
  // An insert into a key-value server has no answer.
  const seen = broken.expectation.kind === 'lookup' ? questionsOnly(broken) : broken
  const early = beforeDeadline(seen).filter(({ actor }) => isClient(actor))
  const sends = early.filter(({ event }) => event === 'send')
  const answers = early.filter(({ event }) => event === 'receive').length
  const at = sends.findIndex(({ bytes }) => (bytes?.length ?? 0) === 0)
  const empty = sends[at]
  if (empty === undefined || at === 0 || answers !== at) return null
  const { program } = broken
  const error = errorOf(program)
  const reaction =
    program.exit === null
      ? 'from then on got no answer'
      : `your program ${error === null ? 'ended' : `crashed${where(error)} with ${show(error)}`}`
  const text = `${capital(empty.actor)} sent an empty datagram, and ${reaction}. That is a message of 0 bytes, not end of file: UDP has no end of file.`
  const actual = program.exit === null ? 'silence after the empty one' : howItEnded(program)
  return finding('stopped-at-empty-datagram', text, 'an answer to every datagram, the empty one too', actual)
}
