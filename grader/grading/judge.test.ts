import type { CheckReport, Verdict } from '../model/report.ts'
import type { Symptom } from '../model/symptom.ts'
import type { Kind, Variant } from '../course/variants.ts'
import { judge } from './judge.ts'

const variant = (kind: Kind): Variant => ({
  kind,
  name: kind === 'mistake' ? 'bug' : '',
  exercise: {} as Variant['exercise'],
  track: 'python',
  entry: '',
})

const check = (id: string, verdict: Verdict, symptom: Symptom | null = null): CheckReport => {
  const text = { message: '', expected: '', actual: '', hint: '', reproduce: '' }
  return {
    id,
    title: id,
    points: 1,
    score: 0,
    durationMs: 1,
    verdict,
    symptom,
    ...text,
    transcript: [],
    program: null,
  }
}

const declared = { bug: { fails: ['b'], symptom: 'no-reply' } } as never

test.each<[string, Kind, CheckReport[], number]>([
  ['a solution that passes', 'solution', [check('a', 'pass'), check('b', 'pass')], 0],
  ['a solution that fails', 'solution', [check('a', 'pass'), check('b', 'fail', 'no-reply')], 1],
  ['a solution with an open question', 'solution', [check('a', 'inconclusive')], 1],
  [
    'an alternative with a blocked check',
    'alternative',
    [check('a', 'fail', 'no-reply'), check('b', 'blocked')],
    2,
  ],
  ['a stub that does nothing', 'stub', [check('a', 'fail', 'exited-early'), check('b', 'blocked')], 0],
  ['a stub that crashes', 'stub', [check('a', 'fail', 'crashed')], 1],
  ['a stub that is the solution', 'stub', [check('a', 'pass'), check('b', 'pass')], 1],
  [
    'a mistake that fails as declared',
    'mistake',
    [check('a', 'pass'), check('b', 'fail', 'no-reply'), check('c', 'blocked')],
    0,
  ],
  ['a mistake that passes', 'mistake', [check('a', 'pass'), check('b', 'pass')], 1],
  ['a mistake with another symptom', 'mistake', [check('a', 'pass'), check('b', 'fail', 'wrong-reply')], 1],
  ['a mistake that fails earlier', 'mistake', [check('a', 'fail', 'no-reply'), check('b', 'blocked')], 3],
  [
    'a mistake that fails more than declared',
    'mistake',
    [check('b', 'fail', 'no-reply'), check('c', 'fail', 'no-reply')],
    1,
  ],
])('%s', (_, kind, checks, problems) => {
  expect(judge(variant(kind), checks, declared)).toHaveLength(problems)
})

test('a mistake that nobody declared', () => {
  expect(judge(variant('mistake'), [check('a', 'pass')], {})).toEqual(['is not declared in mistakes.ts'])
})
