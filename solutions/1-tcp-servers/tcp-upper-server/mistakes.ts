import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/1-tcp-servers/tcp-upper-server/exercise.ts'

export default {
  'accept-once': { fails: ['next-client'], symptom: 'served-only-once' },
  'adds-newline': { fails: ['exact'], symptom: 'extra-bytes' },
  'close-listener': { fails: ['next-client'], symptom: 'listener-closed' },
  'exit-on-empty': { fails: ['empty-client'], symptom: 'died-on-eof' },
  'missing-await': { fails: ['upper'], symptom: 'replied-with-promise' },
  'no-close': { fails: ['closes'], symptom: 'not-closed' },
  'no-listen': { fails: ['listens'], symptom: 'bound-not-listening' },
  'port-hardcoded': { fails: ['listens'], symptom: 'wrong-port' },
  'recv-on-listener': { fails: ['upper'], symptom: 'used-listening-socket' },
  'str-not-bytes': { fails: ['upper'], symptom: 'text-not-bytes' },
  'wait-eof': { fails: ['upper'], symptom: 'waits-for-eof' },
} satisfies Mistakes<typeof exercise>
