import type { LoadedCourse } from '../../course/load.ts'
import { nearest } from '../../course/nearest.ts'
import { quoted, UsageError } from '../usage.ts'

const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const longest = 40
// Words that a path to an exercise holds anyway.
const reserved = ['exercises', 'solutions', 'mistakes', 'alternatives']

const toKebab = (text: string): string =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')

/** A free slug in kebab case. */
export function checkSlug({ exercises }: LoadedCourse, slug: string, tracks: readonly string[]): void {
  if (!kebab.test(slug) || slug.length > longest) {
    const better = toKebab(slug).slice(0, longest)
    const hint = better === '' ? '' : ` How about "${better}"?`
    throw new UsageError(
      `${quoted(slug)} is no name for an exercise: use lower case, digits and hyphens, at most ${longest} characters.${hint}`,
    )
  }
  if ([...reserved, ...tracks].includes(slug)) {
    throw new UsageError(`"${slug}" is the name of a folder of the course; call the exercise something else.`)
  }
  const same = exercises.find((exercise) => exercise.slug === slug)
  if (same !== undefined) {
    throw new UsageError(`There is an exercise "${slug}" already, in ${same.unit}; choose another name.`)
  }
}

/** The unit's name, of an existing unit or of a new one with a number of its own. Says whether it is new. */
export function checkUnit({ units }: LoadedCourse, unit: string): boolean {
  const known = units.map(({ name }) => name)
  if (known.includes(unit)) return false
  const [, number, name = ''] = /^(\d+)-(.*)$/.exec(unit) ?? []
  const meant = known.find((each) => each === number || each.replace(/^\d+-/, '') === unit)
  const near = meant ?? nearest(unit, known)
  const hint = near === null ? '' : ` Did you mean "${near}"?`
  if (number === undefined || !kebab.test(name)) {
    throw new UsageError(
      `${quoted(unit)} is no unit: a unit is called NUMBER-NAME, such as ${known[0] ?? '1-tcp-servers'}.${hint}`,
    )
  }
  const taken = known.find((each) => each.startsWith(`${number}-`))
  if (taken !== undefined) {
    throw new UsageError(
      `Unit ${number} is "${taken}"; name that one, or give a new unit a number of its own.`,
    )
  }
  const twin = known.find((each) => each.replace(/^\d+-/, '') === name)
  if (twin !== undefined) throw new UsageError(`There is no unit "${unit}". Did you mean "${twin}"?`)
  return true
}
