import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/8-exam/exam-compare/exercise.ts'

export default {
  'accept-before-listen': { fails: ['tcp-server'], symptom: 'wrong-calls' },
  'client-binds': { fails: ['tcp-client'], symptom: 'wrong-calls' },
  'connect-on-udp': { fails: ['udp-client', 'differences'], symptom: 'wrong-calls' },
  'no-client-table': { fails: ['tcp-client', 'udp-client', 'differences'], symptom: 'unanswered' },
  'recv-on-listener': { fails: ['tcp-server'], symptom: 'wrong-calls' },
  'reliable-only': { fails: ['reasons'], symptom: 'explains-no-call' },
  'rows-apart': { fails: ['differences'], symptom: 'wrong-rows' },
  'udp-listen': { fails: ['udp-server', 'differences'], symptom: 'wrong-calls' },
} satisfies Mistakes<typeof exercise>
