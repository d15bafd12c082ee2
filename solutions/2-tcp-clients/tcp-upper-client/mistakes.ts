import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/2-tcp-clients/tcp-upper-client/exercise.ts'

export default {
  'client-binds': { fails: ['connects'], symptom: 'client-bound-port' },
  hardcoded: { fails: ['connects'], symptom: 'wrong-port' },
  'local-upper': { fails: ['prints-reply'], symptom: 'printed-own-answer' },
  'no-await': { fails: ['prints-reply'], symptom: 'printed-promise' },
  'recv-first': { fails: ['sends'], symptom: 'sent-nothing' },
  'small-buffer': { fails: ['prints-reply'], symptom: 'reply-not-printed' },
  'socket-open': { fails: ['closes', 'exits'], symptom: 'not-closed' },
  'stdin-eof': { fails: ['sends'], symptom: 'waits-for-stdin-eof' },
  'wrong-type': { fails: ['connects'], symptom: 'wrong-transport' },
} satisfies Mistakes<typeof exercise>
