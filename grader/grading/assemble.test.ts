import type { CheckReport, Verdict } from '../model/report.ts'
import { report as schema } from '../model/report.ts'
import type { LoadedExercise } from '../course/load.ts'
import { assemble, exitCodeOf, type Outcome } from './assemble.ts'

const exercise: LoadedExercise = {
  unit: '1-unit',
  slug: 'echo',
  folder: '/nowhere',
  declaration: {
    title: 'Echo',
    role: 'server',
    transport: 'tcp',
    entry: 'server',
    checks: { one: { title: 'one', points: 3 }, two: { title: 'two', points: 7 } },
  },
  tracks: ['typescript', 'python'],
}

const check = (id: 'one' | 'two', verdict: Verdict): CheckReport => {
  const points = id === 'one' ? 3 : 7
  const score = verdict === 'pass' ? points : 0
  const text = { message: '', expected: '', actual: '', hint: '', reproduce: '' }
  return {
    id,
    title: id,
    points,
    score,
    durationMs: 1,
    verdict,
    symptom: null,
    ...text,
    transcript: [],
    program: null,
  }
}

const header = {
  submission: 'alice',
  startedAt: '2026-01-01T00:00:00.000Z',
  seed: 1,
  grader: { version: '0', node: 'v20', platform: 'linux', sandbox: 'process' },
} as const

const graded = (...tracks: [string, Verdict, Verdict][]): Outcome => ({
  exercise,
  state: 'graded',
  reason: '',
  tracks: tracks.map(([track, one, two]) => ({ track, checks: [check('one', one), check('two', two)] })),
})

test.each<[string, Outcome, { score: number; undecided: number; awaitingTeacher: number; code: number }]>([
  [
    'full points',
    graded(['python', 'pass', 'pass']),
    { score: 10, undecided: 0, awaitingTeacher: 0, code: 0 },
  ],
  ['a failure', graded(['python', 'pass', 'fail']), { score: 3, undecided: 0, awaitingTeacher: 0, code: 1 }],
  [
    'a blocked check',
    graded(['python', 'fail', 'blocked']),
    { score: 0, undecided: 0, awaitingTeacher: 0, code: 1 },
  ],
  [
    'an open question',
    graded(['python', 'pass', 'inconclusive']),
    { score: 3, undecided: 7, awaitingTeacher: 0, code: 3 },
  ],
  [
    'a fault of ours',
    graded(['python', 'grader-error', 'pass']),
    { score: 7, undecided: 3, awaitingTeacher: 0, code: 3 },
  ],
  [
    'points the teacher gives',
    graded(['python', 'pass', 'awaiting-teacher']),
    { score: 3, undecided: 0, awaitingTeacher: 7, code: 0 },
  ],
])('%s', (_, outcome, { code, ...points }) => {
  const whole = assemble(header, [outcome], 5)
  expect(schema.parse(whole)).toEqual(whole)
  expect(whole).toMatchObject({ ...points, maxScore: 10 })
  expect(exitCodeOf(whole)).toBe(code)
})

test('the best track counts, and the others are listed', () => {
  const { exercises } = assemble(
    header,
    [graded(['typescript', 'pass', 'fail'], ['python', 'pass', 'pass'])],
    5,
  )
  expect(exercises[0]).toMatchObject({
    track: 'python',
    score: 10,
    alsoAttempted: [{ track: 'typescript', score: 3 }],
  })
})

test('between equal scores the track with open questions counts, so that nothing is lost', () => {
  const { exercises } = assemble(
    header,
    [graded(['typescript', 'pass', 'fail'], ['python', 'pass', 'inconclusive'])],
    5,
  )
  expect(exercises[0]).toMatchObject({ track: 'python', undecided: 7 })
})

test('an exercise that was not started has no track, no checks and a reason', () => {
  const outcome: Outcome = { exercise, state: 'not-started', reason: 'The stub is unchanged.', tracks: [] }
  const whole = assemble(header, [outcome], 5)
  expect(whole.exercises[0]).toMatchObject({
    track: null,
    score: 0,
    maxScore: 10,
    checks: [],
    reason: 'The stub is unchanged.',
  })
  expect(exitCodeOf(whole)).toBe(1)
})

test('a check that is worth nothing costs nothing, whatever became of it', () => {
  for (const verdict of ['fail', 'blocked', 'grader-error'] as const) {
    const checks = [
      check('one', 'pass'),
      check('two', 'pass'),
      { ...check('one', verdict), points: 0, score: 0 },
    ]
    const outcome: Outcome = { exercise, state: 'graded', reason: '', tracks: [{ track: 'python', checks }] }
    const whole = assemble(header, [outcome], 5)
    expect([whole.score, whole.undecided, exitCodeOf(whole)]).toEqual([10, 0, 0])
  }
})
