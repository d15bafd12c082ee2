import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/7-reliability/rdt-sender/exercise.ts'

export default {
  'any-ack': { fails: ['wrong-ack'], symptom: 'believed-wrong-ack' },
  blast: { fails: ['stop-and-wait'], symptom: 'sent-ahead' },
  'counts-all-tries': { fails: ['gives-up'], symptom: 'gave-up-early' },
  'dies-of-its-timer': { fails: ['loss'], symptom: 'never-repeated' },
  'fails-with-zero': { fails: ['gives-up'], symptom: 'exit-code' },
  forever: { fails: ['gives-up'], symptom: 'never-gave-up' },
  'little-endian': { fails: ['clean'], symptom: 'wrong-checksum' },
  'never-ends': { fails: ['clean'], symptom: 'not-exited' },
  'never-toggles': { fails: ['clean'], symptom: 'wrong-sequence' },
  'no-ack-sum': { fails: ['wrong-ack'], symptom: 'believed-wrong-ack' },
  'no-fin': { fails: ['clean'], symptom: 'fin-missing' },
  'no-timer': { fails: ['loss'], symptom: 'never-repeated' },
  'resends-on-wrong-ack': { fails: ['wrong-ack'], symptom: 'resent-on-wrong-ack' },
  'sends-nothing-of-nothing': { fails: ['empty'], symptom: 'never-connected' },
  'skips-lost-packets': { fails: ['loss'], symptom: 'skipped-a-packet' },
  'timer-of-a-second': { fails: ['loss'], symptom: 'repeated-too-late' },
} satisfies Mistakes<typeof exercise>
