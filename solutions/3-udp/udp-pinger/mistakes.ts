import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/3-udp/udp-pinger/exercise.ts'

export default {
  burst: { fails: ['ten'], symptom: 'sent-too-early' },
  'compares-text': { fails: ['dup'], symptom: 'wrong-result' },
  'counts-copies': { fails: ['dup'], symptom: 'counted-twice' },
  'fixed-count': { fails: ['ten'], symptom: 'wrong-count' },
  'no-seq-match': { fails: ['late', 'dup'], symptom: 'took-other-reply' },
  'no-timeout': { fails: ['loss'], symptom: 'never-timed-out' },
  'one-clock': { fails: ['rtt'], symptom: 'wrong-rtt' },
  'restarts-second': { fails: ['dup'], symptom: 'wrong-timeout' },
  seconds: { fails: ['rtt'], symptom: 'wrong-rtt' },
  'stop-at-loss': { fails: ['loss'], symptom: 'stopped-at-loss' },
} satisfies Mistakes<typeof exercise>
