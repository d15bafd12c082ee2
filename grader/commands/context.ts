import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LoadedCourse, LoadedExercise } from '../course/load.ts'
import { loadCourse } from '../course/load.ts'
import { suggestion } from '../course/nearest.ts'
import { settleIn } from '../tracks/house.ts'
import { trackNamed, tracks } from '../tracks/index.ts'
import { UsageError } from './usage.ts'

/** Where Doorway is installed: the folder above dist/. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

export async function openCourse(): Promise<LoadedCourse> {
  settleIn(root)
  return loadCourse(root)
}

/** The exercises with these slugs, all of them when none is named. */
export function choose(course: LoadedCourse, slugs: readonly string[]): LoadedExercise[] {
  const known = course.exercises.map(({ slug }) => slug)
  for (const slug of slugs) {
    if (!known.includes(slug)) {
      throw new UsageError(`There is no exercise "${slug}".${suggestion(slug, known)} \`npm run list\` shows them all.`)
    }
  }
  return course.exercises.filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
}

export function checkTrack(name: string | undefined): void {
  if (name === undefined || trackNamed(name) !== undefined) return
  const known = tracks.map((track) => track.name)
  throw new UsageError(`There is no track "${name}".${suggestion(name, known)} Tracks: ${known.join(', ')}.`)
}

/** Ports for programs: `DOORWAY_PORTS=FIRST-LAST`, by default 20000-31999. */
export function portRange(): readonly [number, number] {
  const text = process.env['DOORWAY_PORTS']
  if (text === undefined || text === '') return [20_000, 31_999]
  const [, first, last] = /^(\d+)-(\d+)$/.exec(text) ?? []
  const range = [Number(first), Number(last)] as const
  if (first === undefined || range[0] < 1024 || range[1] > 65535 || range[1] - range[0] < 99) {
    throw new UsageError(`DOORWAY_PORTS is "${text}"; it must be a range of at least 100 ports, such as 21000-22999.`)
  }
  return range
}
