import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/6-application-protocols/dns-query/exercise.ts'

export default {
  'always-pointer': { fails: ['one'], symptom: 'reply-not-printed' },
  'asks-for-ever': { fails: ['retry'], symptom: 'no-timeout' },
  dots: { fails: ['query'], symptom: 'wrong-query' },
  'first-only': { fails: ['compressed', 'several'], symptom: 'misread-alias' },
  'fixed-id': { fails: ['wrong-id'], symptom: 'fixed-id' },
  'gives-up-on-forgery': { fails: ['wrong-id'], symptom: 'believed-forgery' },
  hurries: { fails: ['retry'], symptom: 'resent-too-early' },
  'little-endian': { fails: ['query'], symptom: 'wrong-byte-order' },
  'no-id-check': { fails: ['wrong-id'], symptom: 'believed-forgery' },
  'no-pointer': { fails: ['compressed'], symptom: 'misread-name' },
  'no-recursion': { fails: ['query'], symptom: 'wrong-query' },
  'no-retry': { fails: ['retry'], symptom: 'asked-only-once' },
  'no-such-name-is-fine': { fails: ['nxdomain'], symptom: 'exit-code' },
  'no-timeout': { fails: ['retry'], symptom: 'no-timeout' },
  'no-type': { fails: ['compressed'], symptom: 'misread-alias' },
  'one-line': { fails: ['several'], symptom: 'reply-not-printed' },
  'whole-buffer': { fails: ['query'], symptom: 'wrong-query' },
} satisfies Mistakes<typeof exercise>
