import { defineExercise } from '../model/exercise.ts'
import type { CheckReport } from '../model/report.ts'
import type { Symptom } from '../model/symptom.ts'
import { emptyReport } from './evidence.ts'
import { blockedBy } from './run.ts'

const exercise = defineExercise({
  title: 'Echo',
  role: 'server',
  transport: 'tcp',
  entry: 'server',
  checks: {
    one: { title: 'answers', points: 6, minor: ['not-closed'] },
    two: { title: 'answers twice', points: 4, needs: ['one'] },
    explores: { title: 'holds random conversations', points: 0, needs: ['one'] },
  },
})

const failed = (symptom: Symptom): CheckReport => ({
  ...emptyReport(exercise, 'one'),
  verdict: 'fail',
  symptom,
})

test.each([
  ['two', 'no-reply', 'blocked'],
  ['two', 'not-closed', undefined],
  ['explores', 'no-reply', 'blocked'],
  // An extra is for programs that are right in all else.
  ['explores', 'not-closed', 'blocked'],
] as const)('%s, when the check it needs has failed with %s: %s', (id, symptom, verdict) => {
  expect(blockedBy(exercise, id, [failed(symptom)])?.verdict).toBe(verdict)
})

test('nothing is blocked when all that is needed has passed', () => {
  expect(blockedBy(exercise, 'explores', [emptyReport(exercise, 'one')])).toBeNull()
})
