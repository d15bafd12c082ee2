import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/7-reliability/rdt-receiver/exercise.ts'

export default {
  'ack-without-checksum': { fails: ['ack-format'], symptom: 'wrong-acknowledgement' },
  'acks-the-next': { fails: ['ack-format'], symptom: 'wrong-acknowledgement' },
  'counts-from-first-fin': { fails: ['last-ack'], symptom: 'left-too-early' },
  'dies-of-its-time-limit': { fails: ['last-ack'], symptom: 'exit-code' },
  'drops-data-of-fin': { fails: ['binary'], symptom: 'wrong-file' },
  'drops-odd-byte': { fails: ['binary'], symptom: 'not-acknowledged' },
  'dup-silent': { fails: ['dup', 'last-ack'], symptom: 'repeat-not-acknowledged' },
  'leaves-at-fin': { fails: ['last-ack'], symptom: 'left-too-early' },
  'little-endian': { fails: ['clean'], symptom: 'not-acknowledged' },
  'nak-as-ack': { fails: ['corrupt'], symptom: 'acknowledged-damaged' },
  'never-ends': { fails: ['last-ack'], symptom: 'not-exited' },
  'no-checksum': { fails: ['corrupt'], symptom: 'wrote-damaged' },
  'small-buffer': { fails: ['binary'], symptom: 'not-acknowledged' },
  'text-write': { fails: ['binary'], symptom: 'decoded-file' },
  'trusts-anybody': { fails: ['second-sender'], symptom: 'took-stranger' },
  'writes-dup': { fails: ['dup'], symptom: 'wrote-twice' },
} satisfies Mistakes<typeof exercise>
