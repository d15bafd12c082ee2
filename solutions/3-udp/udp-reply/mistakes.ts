import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/3-udp/udp-reply/exercise.ts'

export default {
  'breaks-on-empty': { fails: ['every'], symptom: 'stopped-at-empty-datagram' },
  'chars-not-bytes': { fails: ['every'], symptom: 'counted-characters' },
  'remembers-first': { fails: ['right-client'], symptom: 'reply-to-wrong-client' },
  'replies-from-new-socket': { fails: ['same-port'], symptom: 'reply-from-other-port' },
  'reply-to-self': { fails: ['replies'], symptom: 'replied-to-self' },
  'right-host-wrong-port': { fails: ['replies'], symptom: 'replied-to-self' },
} satisfies Mistakes<typeof exercise>
