import type { CheckReport } from '../model/report.ts'
import type { Target } from '../model/target.ts'
import type { LoadedExercise } from '../course/load.ts'

/** One entry to be graded. The id tells jobs apart that grade the same exercise. */
export type Job = { readonly id: string; readonly exercise: LoadedExercise; readonly target: Target }

export type JobResult = {
  readonly job: Job
  readonly checks: readonly CheckReport[]
  readonly finished: boolean
}

/** What every run of Jest needs to know. */
export type RunOptions = {
  readonly root: string
  readonly seed: number
  readonly submission: string
  readonly ports: readonly [number, number]
  /** How many exercises are graded at once; by default one a core, at least two. */
  readonly workers?: number
}
