import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Course } from '../../model/exercise.ts'
import { loadDefault } from '../../course/load.ts'

/** Where a new exercise goes; `title` is that of a unit which does not exist yet. */
export type Place = { readonly unit: string; readonly slug: string; readonly title: string | null }

/**
 * Adds an exercise to `exercises/course.ts` and resolves to true; to false when the file cannot be edited safely: the
 * edited file is loaded and must be the course it was, with this one exercise added.
 */
export async function addToCourse(root: string, place: Place): Promise<boolean> {
  const path = join(root, 'exercises', 'course.ts')
  const source = readFileSync(path, 'utf8')
  const text = insert(source, place)
  if (text === null) return false
  const draft = join(root, 'exercises', `.course-${process.pid}.ts`)
  try {
    writeFileSync(draft, await pretty(text, path))
    const [before, after] = [await loadDefault<Course>(root, path), await loadDefault<Course>(root, draft)]
    if (!isDeepStrictEqual(after, withExercise(before, place))) return false
    renameSync(draft, path)
    return true
  } catch {
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The line a person has to add, where we cannot. */
export const lineToAdd = ({ unit, slug, title }: Place): string =>
  title === null
    ? `add '${slug}' to the exercises of the unit '${unit}'`
    : `add ${unitLine({ unit, slug, title })} to the units`

const unitLine = ({ unit, slug, title }: Place): string =>
  `{ name: '${unit}', title: '${title ?? ''}', exercises: ['${slug}'] },`

function withExercise(course: Course, { unit, slug, title }: Place): Course {
  if (title !== null) {
    return { ...course, units: [...course.units, { name: unit, title, exercises: [slug] }] }
  }
  const add = (each: Course['units'][number]) =>
    each.name === unit ? { ...each, exercises: [...each.exercises, slug] } : each
  return { ...course, units: course.units.map(add) }
}

function insert(source: string, place: Place): string | null {
  if (place.title !== null) return insertAtEnd(source, source.search(/\bunits\s*:\s*\[/), unitLine(place))
  const unit = source.search(new RegExp(`\\bname\\s*:\\s*['"\`]${place.unit}['"\`]`))
  const list = unit === -1 ? -1 : source.slice(unit).search(/\bexercises\s*:\s*\[/)
  return list === -1 ? null : insertAtEnd(source, unit + list, `'${place.slug}'`)
}

/** Inserts an item at the end of the array literal whose `[` is the first one behind `from`. */
function insertAtEnd(source: string, from: number, item: string): string | null {
  if (from === -1) return null
  let depth = 0
  for (let i = source.indexOf('[', from); i < source.length; i++) {
    if (source[i] === '[') depth++
    if (source[i] === ']' && --depth === 0) {
      const before = source.slice(0, i).trimEnd()
      const comma = /[,[]$/.test(before) ? '' : ','
      return `${before}${comma} ${item}${source.slice(i)}`
    }
  }
  return null
}

// A tool of authors, which a student's copy may lack.
async function pretty(text: string, path: string): Promise<string> {
  try {
    const { format, resolveConfig } = await import('prettier')
    return await format(text, { ...(await resolveConfig(path)), parser: 'typescript' })
  } catch {
    return text
  }
}
