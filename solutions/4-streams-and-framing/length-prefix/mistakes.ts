import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/4-streams-and-framing/length-prefix/exercise.ts'

export default {
  'answers-a-bare-header': { fails: ['explores'], symptom: 'answered-half-a-frame' },
  'answers-half': { fails: ['truncated'], symptom: 'answered-half-a-frame' },
  'char-count': { fails: ['bytes-not-chars'], symptom: 'counted-characters' },
  'counts-header': { fails: ['one'], symptom: 'wrong-header' },
  'drops-half-a-header': { fails: ['explores'], symptom: 'lost-rest' },
  'drops-rest': { fails: ['coalesced'], symptom: 'lost-rest' },
  'little-endian': { fails: ['one'], symptom: 'wrong-byte-order' },
  'no-limit': { fails: ['limit'], symptom: 'unbounded-length' },
  'one-frame': { fails: ['coalesced'], symptom: 'closed-without-reply' },
  'recv-n-once': { fails: ['large'], symptom: 'short-read' },
  'recv4-once': { fails: ['byte-by-byte'], symptom: 'short-read' },
  'reuses-header': { fails: ['bytes-not-chars'], symptom: 'wrong-header' },
  'signed-length': { fails: ['limit'], symptom: 'unbounded-length' },
  'spins-at-end': { fails: ['truncated'], symptom: 'missed-eof' },
  'waits-for-a-short-read': { fails: ['explores'], symptom: 'waits-for-eof' },
  'weighs-with-255': { fails: ['explores'], symptom: 'wrong-header' },
  'zero-is-end': { fails: ['zero'], symptom: 'closed-without-reply' },
} satisfies Mistakes<typeof exercise>
