import type { Report } from '../model/report.ts'
import type { Target } from '../model/target.ts'
import type { Attempts } from '../course/submission.ts'
import type { LoadedExercise } from '../course/load.ts'
import { assemble, type Outcome } from './assemble.ts'
import type { Job, JobResult } from './job.ts'
import { prepareEach, type Draft, type Refused } from './prepare.ts'
import { runJobs } from './run.ts'
import { makeScratch } from './scratch.ts'

export type Work = { readonly exercise: LoadedExercise; readonly attempts: Attempts }

export type GradeOptions = {
  readonly root: string
  readonly submission: string
  readonly version: string
  readonly ports: readonly [number, number]
  readonly workers?: number
  readonly seed: number
  /** What a teacher has signed, by exercise and check. */
  readonly reviews?: { readonly [slug: string]: Target['reviews'] }
  /** Told of the report so far, after each check. */
  readonly onProgress?: (report: Report) => void
}

/** Grades one submission: every attempted track of every exercise given. */
export async function grade(work: readonly Work[], options: GradeOptions): Promise<Report> {
  const startedMs = performance.now()
  const { seed } = options
  const header = {
    submission: options.submission,
    startedAt: new Date().toISOString(),
    seed,
    grader: {
      version: options.version,
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
      sandbox: 'process',
    },
  } as const
  const scratch = makeScratch()
  const drafts = work.flatMap(({ exercise, attempts }) =>
    attempts.state === 'attempted'
      ? attempts.attempts.map(({ track, entry }): Draft => ({
          id: `${exercise.slug} ${track}`,
          exercise,
          track,
          entry,
        }))
      : [],
  )
  const results = new Map<string, JobResult>()
  let refused: readonly Refused[] = []
  const report = (whole: boolean) =>
    assemble(
      header,
      work.flatMap((each) => outcomesOf(each, results, refused, whole)),
      performance.now() - startedMs,
    )
  try {
    const prepared = await prepareEach(drafts, scratch.folder)
    refused = prepared.refused
    // A report of an earlier run must not be taken for this one's.
    options.onProgress?.(report(false))
    const jobs = prepared.jobs.map((job) => withReviews(job, options.reviews?.[job.exercise.slug]))
    const final = await runJobs(jobs, { ...options, seed }, scratch.folder, (result) => {
      results.set(result.job.id, result)
      options.onProgress?.(report(false))
    })
    for (const result of final) results.set(result.job.id, result)
    return report(true)
  } finally {
    scratch.remove()
  }
}

const withReviews = (job: Job, reviews: Target['reviews']): Job =>
  reviews === undefined ? job : { ...job, target: { ...job.target, reviews } }

function outcomesOf(
  { exercise, attempts }: Work,
  results: Map<string, JobResult>,
  refused: readonly Refused[],
  whole: boolean,
): Outcome[] {
  const { reason } = attempts
  if (attempts.state !== 'attempted') return [{ exercise, state: attempts.state, reason, tracks: [] }]
  const tracks = attempts.attempts.flatMap(({ track }) => {
    const result = results.get(`${exercise.slug} ${track}`)
    return result === undefined ? [] : [{ track, checks: result.checks }]
  })
  const ungraded = refused
    .filter(({ draft }) => draft.exercise === exercise)
    .map(({ draft, error }) => ({ track: draft.track, why: error.message }))
  if (tracks.length === 0 && ungraded.length === 0 && !whole) return []
  return [{ exercise, state: 'graded', reason, tracks, ungraded }]
}
