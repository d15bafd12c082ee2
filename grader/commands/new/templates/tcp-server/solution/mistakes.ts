import type { Mistakes } from '#grader'
import type exercise from '../exercise/exercise.ts'

export default {
  'never-closes': { fails: ['closes'], symptom: 'not-closed' },
} satisfies Mistakes<typeof exercise>
