import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/3-udp/udp-upper-server/exercise.ts'

export default {
  'first-client-only': { fails: ['right-client'], symptom: 'reply-to-wrong-client' },
  'listen-accept': { fails: ['bound'], symptom: 'listen-on-udp' },
  'no-bind': { fails: ['bound'], symptom: 'never-bound' },
  once: { fails: ['one-each'], symptom: 'stopped-answering' },
  'replies-from-new-socket': { fails: ['same-port'], symptom: 'reply-from-other-port' },
  'reply-fixed': { fails: ['upper'], symptom: 'replied-elsewhere' },
  'reply-to-self': { fails: ['upper'], symptom: 'replied-to-self' },
  'small-buffer': { fails: ['big'], symptom: 'reply-truncated' },
} satisfies Mistakes<typeof exercise>
