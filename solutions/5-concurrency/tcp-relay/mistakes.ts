import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/5-concurrency/tcp-relay/exercise.ts'

export default {
  'buffers-all': { fails: ['backpressure'], symptom: 'buffers-all' },
  'closes-both': { fails: ['half-close'], symptom: 'cut-other-direction' },
  'crash-refused': { fails: ['refused'], symptom: 'died-on-refusal' },
  'for-await': { fails: ['half-close'], symptom: 'cut-other-direction' },
  'keeps-the-client': { fails: ['refused'], symptom: 'client-kept' },
  'no-halfclose': { fails: ['half-close'], symptom: 'end-not-passed' },
  'ping-pong': { fails: ['both-ways'], symptom: 'takes-turns' },
  polls: { fails: ['no-spin'], symptom: 'spins' },
  'shared-upstream': { fails: ['parallel'], symptom: 'crossed-talks' },
  spins: { fails: ['no-spin'], symptom: 'spins' },
} satisfies Mistakes<typeof exercise>
