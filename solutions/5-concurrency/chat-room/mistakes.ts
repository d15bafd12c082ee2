import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/5-concurrency/chat-room/exercise.ts'

export default {
  'announces-nobody': { fails: ['unnamed', 'bad-name'], symptom: 'announced-nobody' },
  'asks-again': { fails: ['bad-name'], symptom: 'not-closed' },
  'await-each': { fails: ['slow-reader'], symptom: 'stalled-by-slow-reader' },
  'chunk-is-line': { fails: ['framing'], symptom: 'chunk-for-message' },
  'dead-peer': { fails: ['leave'], symptom: 'cut-off-bystander' },
  'echo-self': { fails: ['not-self'], symptom: 'heard-itself' },
  echoes: { fails: ['broadcast'], symptom: 'not-broadcast' },
  'global-buffer': { fails: ['framing'], symptom: 'mixed-clients' },
  'keeps-the-name': { fails: ['leave'], symptom: 'refused-good-name' },
  'letters-of-all-languages': { fails: ['bad-name'], symptom: 'took-bad-name' },
  'lists-the-newcomer': { fails: ['join'], symptom: 'wrong-present' },
  'name-in-accept-loop': { fails: ['unnamed'], symptom: 'one-at-a-time' },
  'no-error-listener': { fails: ['leave'], symptom: 'died-on-reset' },
  'no-left-after-reset': { fails: ['leave'], symptom: 'missing-notice' },
  'one-line-a-chunk': { fails: ['framing'], symptom: 'lost-rest' },
  'skips-the-next': { fails: ['leave'], symptom: 'missing-notice' },
  'taken-name': { fails: ['bad-name'], symptom: 'took-bad-name' },
  'unnamed-hears': { fails: ['unnamed'], symptom: 'unnamed-hears' },
  'waits-for-eof': { fails: ['join'], symptom: 'waits-for-eof' },
  'wrong-tag': { fails: ['broadcast'], symptom: 'wrong-tag' },
} satisfies Mistakes<typeof exercise>
