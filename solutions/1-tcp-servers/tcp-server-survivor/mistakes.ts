import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/1-tcp-servers/tcp-server-survivor/exercise.ts'

export default {
  'exit-on-eof': { fails: ['twenty'], symptom: 'ended-after-first-client' },
  'leak-on-error': { fails: ['no-leak'], symptom: 'leaked-descriptors' },
  'no-reuse': { fails: ['restart'], symptom: 'address-in-use' },
  'send-throws': { fails: ['gone-before-reply'], symptom: 'died-on-reset' },
  'serves-only-the-newest': { fails: ['burst'], symptom: 'lost-waiting-client' },
  'unhandled-reset': { fails: ['reset'], symptom: 'died-on-reset' },
} satisfies Mistakes<typeof exercise>
