import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/3-udp/udp-kv/exercise.ts'

export default {
  'ack-insert': { fails: ['silent-insert'], symptom: 'extra-datagram' },
  'answers-twice': { fails: ['set-get'], symptom: 'extra-datagram' },
  'empty-is-missing': { fails: ['empties'], symptom: 'missing-reply' },
  'first-client-only': { fails: ['shared'], symptom: 'reply-to-wrong-client' },
  'first-wins': { fails: ['overwrite'], symptom: 'stale-reply' },
  'plain-object': { fails: ['odd-keys'], symptom: 'wrong-reply' },
  'small-buffer': { fails: ['odd-keys'], symptom: 'reply-truncated' },
  'split-all': { fails: ['first-eq'], symptom: 'wrong-reply' },
  'store-per-client': { fails: ['shared'], symptom: 'wrong-reply' },
  'strips-keys': { fails: ['odd-keys'], symptom: 'wrong-reply' },
  'version-set': { fails: ['version'], symptom: 'wrong-reply' },
} satisfies Mistakes<typeof exercise>
