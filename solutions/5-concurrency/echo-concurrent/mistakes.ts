import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/5-concurrency/echo-concurrent/exercise.ts'

export default {
  'collect-first': { fails: ['eight'], symptom: 'waits-for-eof' },
  'floating-reject': { fails: ['isolated'], symptom: 'died-on-reset' },
  sequential: { fails: ['silent-first'], symptom: 'one-at-a-time' },
  'shared-conn': { fails: ['eight'], symptom: 'mixed-clients' },
  text: { fails: ['binary'], symptom: 'damaged-bytes' },
} satisfies Mistakes<typeof exercise>
