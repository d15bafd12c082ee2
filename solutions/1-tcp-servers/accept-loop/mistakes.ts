import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/1-tcp-servers/accept-loop/exercise.ts'

export default {
  'accept-once': { fails: ['second-client'], symptom: 'served-only-once' },
  'closes-listener': { fails: ['second-client'], symptom: 'listener-closed' },
  'drops-queue': { fails: ['waiting-client', 'twenty'], symptom: 'lost-waiting-client' },
  'handles-listener': { fails: ['first-client'], symptom: 'used-listening-socket' },
  'no-loop': { fails: ['second-client'], symptom: 'ended-after-first-client' },
  'not-counted': { fails: ['second-client'], symptom: 'stale-reply' },
} satisfies Mistakes<typeof exercise>
