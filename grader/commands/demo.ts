import { join } from 'node:path'
import colors from 'picocolors'
import { findAttempts } from '../course/submission.ts'
import { variantsOf } from '../course/variants.ts'
import { grade } from '../grading/grade.ts'
import { terminal } from '../reporters/terminal.ts'
import { referenceName } from '../grading/verify.ts'
import { chosenSeed, openCourse, portRange, root, version } from './context.ts'
import { reviewsOfSolutions } from './reviews.ts'
import { readArgs } from './usage.ts'

const shown = { slug: 'tcp-upper-server', mistake: 'accept-once', track: 'python' }

/** What Doorway does, in one minute: the reference solutions are graded, and then one deliberately wrong program. */
export async function demoCommand(args: readonly string[]): Promise<number> {
  readArgs(args, {})
  const course = await openCourse()
  const options = { root, version, ports: portRange(), seed: chosenSeed() }
  const home = join(root, 'solutions')
  process.stdout.write(`${colors.bold('The reference solutions, graded as a submission would be')}\n\n`)
  const solutions = course.exercises.map((exercise) => ({
    exercise,
    attempts: findAttempts(home, exercise, exercise.tracks, root),
  }))
  const reviews = await reviewsOfSolutions(course)
  const good = await grade(solutions, { ...options, submission: referenceName, reviews })
  process.stdout.write(terminal(good))

  const exercise = course.exercises.find(({ slug }) => slug === shown.slug)
  const wrong =
    exercise &&
    variantsOf(root, exercise).find(
      ({ kind, name, track }) => kind === 'mistake' && name === shown.mistake && track === shown.track,
    )
  if (exercise === undefined || wrong === undefined)
    throw new Error(`the demo's mistake ${shown.mistake} is gone`)
  process.stdout.write(`\n${colors.bold('A wrong one: its server calls accept() once, before the loop')}\n\n`)
  const attempts = {
    state: 'attempted',
    attempts: [{ track: wrong.track, entry: wrong.entry }],
    reason: '',
  } as const
  const bad = await grade([{ exercise, attempts }], { ...options, submission: shown.mistake })
  process.stdout.write(terminal(bad))
  process.stdout.write(`\n${colors.dim('Yours next: npm run list, then npm run grade -- SLUG')}\n`)
  return good.score === good.maxScore && bad.score < bad.maxScore ? 0 : 3
}
