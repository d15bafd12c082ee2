import { join } from 'node:path'
import colors from 'picocolors'
import type { LoadedExercise } from '../course/load.ts'
import { findAttempts } from '../course/submission.ts'
import { maxScoreOf } from '../model/exercise.ts'
import { openCourse, root } from './context.ts'
import { readArgs, UsageError } from './usage.ts'

const { bold, dim, green, yellow } = colors
const widest = 100

/** Shows units and exercises with what of each was begun. */
export async function listCommand(args: readonly string[]): Promise<number> {
  const { operands } = readArgs(args, {})
  if (operands.length > 0) throw new UsageError('`npm run list` takes no operands; it shows every exercise.')
  const course = await openCourse()
  const begun = new Map(course.exercises.map((exercise) => [exercise, stateOf(exercise)]))
  const slugWidth = Math.max(0, ...course.exercises.map(({ slug }) => slug.length))
  const stateWidth = Math.max(0, ...[...begun.values()].map(({ text }) => text.length))
  const columns = Math.min(process.stdout.columns ?? 80, widest)
  const titleWidth = Math.max(columns - slugWidth - stateWidth - 12, 20)
  const row = (exercise: LoadedExercise) => {
    const { text, paint } = begun.get(exercise) ?? { text: '', paint: dim }
    const points = String(maxScoreOf(exercise.declaration)).padStart(3)
    const title = shorten(exercise.declaration.title, titleWidth)
    return `  ${exercise.slug.padEnd(slugWidth)} ${points}  ${paint(text.padEnd(stateWidth))}  ${title}`
  }
  const units = course.units.map(({ name, title, exercises }) =>
    [`${bold(name)}  ${title}`, ...exercises.map(row)].join('\n'),
  )
  const legend = dim('The number is the points. Next: npm run grade -- EXERCISE')
  process.stdout.write(`${[bold(course.title), ...units, legend].join('\n\n')}\n`)
  return 0
}

type State = { readonly text: string; readonly paint: (text: string) => string }

function stateOf(exercise: LoadedExercise): State {
  const found = findAttempts(join(root, 'exercises'), exercise, exercise.tracks, root)
  switch (found.state) {
    case 'attempted': {
      const names = found.attempts.map(({ track }) => track)
      return { text: names.length > 1 ? `${names.length} languages` : (names[0] ?? ''), paint: green }
    }
    case 'not-started':
      return { text: 'not started', paint: dim }
    default:
      return { text: found.state, paint: yellow }
  }
}

const shorten = (text: string, width: number) =>
  text.length > width ? `${text.slice(0, width - 1).trimEnd()}…` : text
