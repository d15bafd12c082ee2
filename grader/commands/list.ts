import { join } from 'node:path'
import colors from 'picocolors'
import { findAttempts } from '../course/submission.ts'
import { maxScoreOf } from '../model/exercise.ts'
import { openCourse, root } from './context.ts'
import { readArgs, UsageError } from './usage.ts'

/** Shows units and exercises with what of each was begun. */
export async function listCommand(args: readonly string[]): Promise<number> {
  const { operands } = readArgs(args, {})
  if (operands.length > 0) throw new UsageError('`npm run list` takes no operands; it shows every exercise.')
  const course = await openCourse()
  const width = Math.max(...course.exercises.map(({ slug }) => slug.length))
  const lines = [colors.bold(course.title)]
  for (const unit of course.units) {
    lines.push('', `${colors.bold(unit.name)}  ${unit.title}`)
    for (const exercise of unit.exercises) {
      const found = findAttempts(join(root, 'exercises'), exercise, exercise.tracks, root)
      const begun = found.state === 'attempted' ? `begun: ${found.attempts.map(({ track }) => track).join(', ')}` : found.state
      const points = `${maxScoreOf(exercise.declaration)} points`
      lines.push(`  ${exercise.slug.padEnd(width)}  ${points}  ${colors.dim(begun.padEnd(12))}  ${exercise.declaration.title}`)
    }
  }
  process.stdout.write(`${lines.join('\n')}\n\n${colors.dim('Grade one: npm run grade -- SLUG')}\n`)
  return 0
}
