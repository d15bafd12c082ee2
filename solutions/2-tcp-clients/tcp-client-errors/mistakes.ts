import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/2-tcp-clients/tcp-client-errors/exercise.ts'

export default {
  'all-zero': { fails: ['refused', 'eof', 'silent', 'reset'], symptom: 'exit-code' },
  'eof-as-data': { fails: ['eof'], symptom: 'eof-taken-for-reply' },
  'errors-on-stdout': { fails: ['clean-output'], symptom: 'unclean-output' },
  hang: { fails: ['silent'], symptom: 'no-timeout' },
  'one-code': { fails: ['refused', 'eof', 'silent', 'reset'], symptom: 'exit-code' },
  'part-as-reply': { fails: ['reset'], symptom: 'exit-code' },
  'prints-as-it-comes': { fails: ['clean-output'], symptom: 'unclean-output' },
  'prints-stack': { fails: ['clean-output'], symptom: 'stack-trace' },
  'raw-trace': { fails: ['refused', 'clean-output'], symptom: 'stack-trace' },
  'wrong-unit': { fails: ['silent'], symptom: 'no-timeout' },
} satisfies Mistakes<typeof exercise>
