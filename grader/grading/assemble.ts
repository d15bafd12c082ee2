import type { CheckReport, ExerciseReport, Report } from '../model/report.ts'
import { maxScoreOf } from '../model/exercise.ts'
import type { LoadedExercise } from '../course/load.ts'

/** What became of one exercise of a submission: its graded tracks, or why there are none. */
export type Outcome = {
  readonly exercise: LoadedExercise
  readonly state: ExerciseReport['state']
  readonly reason: string
  readonly tracks: readonly { readonly track: string; readonly checks: readonly CheckReport[] }[]
  /** Attempted tracks that could not be graded, through no fault of the submission. */
  readonly ungraded?: readonly { readonly track: string; readonly why: string }[]
}

export type Header = Pick<Report, 'submission' | 'startedAt' | 'seed' | 'grader'>

const undecidedVerdicts = ['inconclusive', 'grader-error']
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const earned = (checks: readonly CheckReport[]) => sum(checks.map(({ score }) => score))
const pointsOf = (checks: readonly CheckReport[], verdicts: readonly string[]) =>
  sum(checks.filter(({ verdict }) => verdicts.includes(verdict)).map(({ points }) => points))

function assembleExercise({ exercise, state, reason, tracks, ungraded = [] }: Outcome): ExerciseReport {
  const { slug, unit, declaration } = exercise
  // The best track counts; between equals the one with more left open, so that nothing is lost.
  const ranked = [...tracks].sort(
    (a, b) =>
      earned(b.checks) - earned(a.checks) ||
      pointsOf(b.checks, undecidedVerdicts) - pointsOf(a.checks, undecidedVerdicts),
  )
  const [best, ...others] = ranked
  const checks = [...(best?.checks ?? [])]
  const maxScore = maxScoreOf(declaration)
  const nothing = best === undefined && ungraded.length > 0
  const broken =
    state === 'graded' && checks.length > 0 && checks.every(({ verdict }) => verdict === 'grader-error')
  const awaitingTeacher = pointsOf(checks, ['awaiting-teacher'])
  // What the most promising track could still earn: an open question in another one is no zero either.
  const promising = tracks.map((each) => earned(each.checks) + pointsOf(each.checks, undecidedVerdicts))
  const most = ungraded.length > 0 ? maxScore - awaitingTeacher : Math.max(0, ...promising)
  const notGraded = ungraded.map((each) => `The ${each.track} program was not graded: ${each.why}`)
  return {
    slug,
    unit,
    title: declaration.title,
    track: best?.track ?? ungraded[0]?.track ?? null,
    state: broken || nothing ? 'grader-error' : state,
    reason: [reason, ...notGraded].filter((text) => text !== '').join(' '),
    score: earned(checks),
    maxScore,
    undecided: Math.max(most - earned(checks), 0),
    awaitingTeacher,
    alsoAttempted: others.map((other) => ({ track: other.track, score: earned(other.checks) })),
    checks,
  }
}

/** The report of a submission, whole or of what is finished so far. */
export function assemble(header: Header, outcomes: readonly Outcome[], durationMs: number): Report {
  const exercises = outcomes.map(assembleExercise)
  return {
    schema: 'doorway/report/v1',
    ...header,
    durationMs: Math.round(durationMs),
    score: sum(exercises.map(({ score }) => score)),
    maxScore: sum(exercises.map(({ maxScore }) => maxScore)),
    undecided: sum(exercises.map(({ undecided }) => undecided)),
    awaitingTeacher: sum(exercises.map(({ awaitingTeacher }) => awaitingTeacher)),
    exercises,
  }
}

/** 0 full points · 1 something failed or was not attempted · 3 points are undecided because of the grader. */
export function exitCodeOf(report: Report): 0 | 1 | 3 {
  if (report.undecided > 0 || report.exercises.some(({ state }) => state === 'grader-error')) return 3
  // What only awaits a teacher has not failed.
  return report.score + report.awaitingTeacher === report.maxScore ? 0 : 1
}
