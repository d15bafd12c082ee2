import { relative } from 'node:path'
import type { Exercise, Mistakes } from '../model/exercise.ts'
import type { CheckReport } from '../model/report.ts'
import type { Variant } from '../course/variants.ts'

const show = ({ id, verdict, symptom, message }: CheckReport) =>
  `${id}: ${verdict}${symptom === null ? '' : ` (${symptom})`}${message === '' ? '' : `: ${message}`}`

/** What a program of known worth got that it should not have got; empty when the grader was right. */
export function judge(
  variant: Variant,
  checks: readonly CheckReport[],
  mistakes: Mistakes<Exercise>,
): string[] {
  const undecided = checks.filter(({ verdict }) => verdict === 'grader-error' || verdict === 'inconclusive')
  if (undecided.length > 0) return undecided.map(show)
  switch (variant.kind) {
    case 'stub':
      return judgeStub(checks)
    case 'mistake':
      return judgeMistake(checks, mistakes[variant.name])
    default:
      return checks
        .filter(
          ({ verdict, symptom }) =>
            verdict !== 'pass' && !(verdict === 'awaiting-teacher' && symptom === null),
        )
        .map((check) => `must get full points, but ${show(check)}`)
  }
}

function judgeStub(checks: readonly CheckReport[]): string[] {
  const crashes = checks.filter(({ symptom }) => symptom === 'crashed' || symptom === 'does-not-parse')
  const whole = checks.every(({ verdict }) => verdict === 'pass')
  return [
    ...crashes.map((check) => `a stub must run without crashing, but ${show(check)}`),
    ...(whole ? ['a stub must not pass every check: take the solution out of it'] : []),
  ]
}

function judgeMistake(
  checks: readonly CheckReport[],
  declared: Mistakes<Exercise>[string] | undefined,
): string[] {
  if (declared === undefined) return ['is not declared in mistakes.ts']
  const [first] = checks.filter(hasFailed)
  if (first === undefined) return ['passes every check: it is no mistake, or a check is missing']
  const wrongFirst = first.id !== declared.fails[0] || first.symptom !== declared.symptom
  const expected = (id: string) => declared.fails.includes(id)
  return [
    ...(wrongFirst
      ? [`must fail first at ${declared.fails[0]} (${declared.symptom}), but ${show(first)}`]
      : []),
    ...checks
      .filter((check) => expected(check.id) && !hasFailed(check))
      .map((check) => `must fail, but ${show(check)}`),
    ...checks
      .filter((check) => !expected(check.id) && hasFailed(check))
      .map((check) => `is not declared to fail, but ${show(check)}`),
  ]
}

// A teacher decides about a text, but is told what is the matter with it.
const hasFailed = ({ verdict, symptom }: CheckReport) =>
  verdict === 'fail' || (verdict === 'awaiting-teacher' && symptom !== null)

/** Where a variant lies and what it is, for people. */
export const nameOf = (root: string, { entry }: Variant): string => relative(root, entry)
