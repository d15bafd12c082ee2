import type { Mistakes } from '#grader'
import type exercise from '../exercise/exercise.ts'

export default {
  'remembers-first': { fails: ['right-client'], symptom: 'reply-to-wrong-client' },
} satisfies Mistakes<typeof exercise>
