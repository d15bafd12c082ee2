import type { Mistakes } from '#grader'
import type exercise from '../exercise/exercise.ts'

export default {
  'does-not-wait': { fails: ['prints'], symptom: 'did-not-wait' },
} satisfies Mistakes<typeof exercise>
