import { randomInt } from 'node:crypto'
import type { Exercise, Mistakes } from '../model/exercise.ts'
import { join } from 'node:path'
import { loadDefaults, type LoadedExercise } from '../course/load.ts'
import { mirrorOf, variantsOf, type Kind, type Variant } from '../course/variants.ts'
import type { CheckReport } from '../model/report.ts'
import { judge, nameOf } from './judge.ts'
import { prepareJobs } from './prepare.ts'
import { runJobs } from './run.ts'
import { makeScratch } from './scratch.ts'

export type Row = {
  readonly variant: Variant
  readonly name: string
  /** One for each round that went wrong, and what. */
  readonly problems: readonly { readonly round: number; readonly text: string }[]
  /** Verdicts and symptoms of the checks, one entry a round. */
  readonly verdicts: readonly string[]
  /** What the last round said of each check. */
  readonly checks: readonly CheckReport[]
}

export type VerifyOptions = {
  readonly root: string
  readonly ports: readonly [number, number]
  readonly repeat: number
  readonly workers: number
  /** Only programs of these kinds; by default all. */
  readonly kinds?: readonly Kind[]
  /** Draws the same payloads every time; by default each round has a seed of its own. */
  readonly seed?: number
  readonly onRound: (round: number) => void
}

export async function loadMistakes(
  root: string,
  exercises: readonly LoadedExercise[],
): Promise<Map<LoadedExercise, Mistakes<Exercise>>> {
  const paths = exercises.map((exercise) => join(mirrorOf(root, exercise), 'mistakes.ts'))
  const loaded = await loadDefaults<Mistakes<Exercise>>(root, paths)
  return new Map(exercises.map((exercise, i) => [exercise, loaded.get(paths[i] ?? '') ?? {}]))
}

/** What reference answers are drawn for: the name with which `grade --solutions` reports. */
export const referenceName = 'solutions'

/** Grades every program of known worth `repeat` times and judges the grader by what it says. */
export async function verify(exercises: readonly LoadedExercise[], options: VerifyOptions): Promise<Row[]> {
  const { root, ports, repeat, workers, kinds, onRound } = options
  const mistakes = await loadMistakes(root, exercises)
  const scratch = makeScratch()
  const variants = exercises
    .flatMap((exercise) => variantsOf(root, exercise))
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
  const rows = variants.map((variant) => ({
    variant,
    name: nameOf(root, variant),
    problems: [] as Row['problems'][number][],
    verdicts: [] as string[],
    checks: [] as readonly CheckReport[],
  }))
  try {
    const jobs = await prepareJobs(
      rows.map(({ name, variant }) => ({ id: name, ...variant })),
      scratch.folder,
    )
    for (let round = 1; round <= repeat; round++) {
      const results = await runJobs(
        jobs,
        { root, ports, workers, seed: options.seed ?? randomInt(2 ** 31), submission: referenceName },
        join(scratch.folder, `round-${round}`),
        () => {},
      )
      for (const { job, checks } of results) {
        const row = rows.find(({ name }) => name === job.id)
        if (row === undefined) continue
        const found = judge(row.variant, checks, mistakes.get(row.variant.exercise) ?? {})
        row.problems.push(...found.map((text) => ({ round, text })))
        row.checks = checks
        row.verdicts.push(
          checks.map(({ id, verdict, symptom }) => `${id} ${verdict} ${symptom ?? ''}`).join('; '),
        )
      }
      onRound(round)
    }
  } finally {
    scratch.remove()
  }
  return rows
}
