import type { LoadedCourse, LoadedExercise } from '../course/load.ts'
import { suggestion } from '../course/nearest.ts'
import { trackNamed, tracks } from '../tracks/index.ts'
import { quoted, UsageError } from './usage.ts'

/**
 * The exercises that a person names, all of them when none is named. A path to an exercise, as a shell completes it,
 * names it too. With a track: those that have it.
 */
export function choose(course: LoadedCourse, operands: readonly string[], track?: string): LoadedExercise[] {
  checkTrack(track)
  const wanted = new Set(operands.map((operand) => find(course, operand)))
  const chosen = course.exercises.filter((exercise) => operands.length === 0 || wanted.has(exercise))
  if (track === undefined) return chosen
  for (const { slug, tracks: own } of wanted) {
    if (!own.includes(track))
      throw new UsageError(`${slug} has no track ${track}; it has ${own.join(' and ') || 'none'}.`)
  }
  return chosen.filter((exercise) => exercise.tracks.includes(track))
}

/** The exercise that one operand names. */
function find({ exercises, units }: LoadedCourse, operand: string): LoadedExercise {
  const parts = operand.split(/[\\/]/).filter((part) => part !== '')
  const found = exercises.find(({ slug, unit }) => {
    const at = parts.indexOf(slug)
    return at !== -1 && (parts[at - 1] === undefined || parts[at - 1] === unit)
  })
  if (found !== undefined) return found
  const unit = units.find(({ name }) => name === parts.at(-1))
  if (unit !== undefined) {
    const slugs = unit.exercises.map(({ slug }) => slug)
    throw new UsageError(`${unit.name} is a unit; name exercises of it: ${slugs.join(', ')}.`)
  }
  const known = exercises.map(({ slug }) => slug)
  const hint = suggestion(parts.at(-1) ?? operand, known)
  throw new UsageError(`There is no exercise ${quoted(operand)}.${hint} \`npm run list\` shows them all.`)
}

function checkTrack(name: string | undefined): void {
  if (name === undefined || trackNamed(name) !== undefined) return
  const known = tracks.filter(({ folder }) => folder !== '').map((track) => track.name)
  throw new UsageError(
    `There is no track ${quoted(name)}.${suggestion(name, known)} Tracks: ${known.join(', ')}.`,
  )
}
