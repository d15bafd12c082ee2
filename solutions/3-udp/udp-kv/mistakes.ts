import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/3-udp/udp-kv/exercise.ts'

export default {
  'ack-insert': { fails: ['silent-insert'], symptom: 'extra-datagram' },
  'answers-twice': { fails: ['set-get'], symptom: 'extra-datagram' },
  'dot-without-newline': { fails: ['explores'], symptom: 'wrong-reply' },
  'empty-is-missing': { fails: ['empties'], symptom: 'missing-reply' },
  'first-client-only': { fails: ['shared'], symptom: 'reply-to-wrong-client' },
  'first-wins': { fails: ['overwrite'], symptom: 'stale-reply' },
  'keeps-numbers': { fails: ['explores'], symptom: 'wrong-reply' },
  'parses-as-query': { fails: ['explores'], symptom: 'wrong-reply' },
  'plain-object': { fails: ['odd-keys'], symptom: 'wrong-reply' },
  'small-buffer': { fails: ['odd-keys'], symptom: 'reply-truncated' },
  'split-all': { fails: ['first-eq'], symptom: 'wrong-reply' },
  'store-per-client': { fails: ['shared'], symptom: 'wrong-reply' },
  'strips-keys': { fails: ['odd-keys'], symptom: 'wrong-reply' },
  'strips-newline': { fails: ['explores'], symptom: 'wrong-reply' },
  'version-set': { fails: ['version'], symptom: 'wrong-reply' },
} satisfies Mistakes<typeof exercise>
