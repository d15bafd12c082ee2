import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Course, Exercise } from '../model/exercise.ts'
import { trackNamed } from '../tracks/index.ts'

export type LoadedExercise = {
  readonly unit: string
  readonly slug: string
  /** Absolute path of its folder in `exercises/`. */
  readonly folder: string
  readonly declaration: Exercise
  /** Tracks that exist, in the order of `tracks`. */
  readonly tracks: readonly string[]
}

export type LoadedCourse = {
  readonly root: string
  readonly title: string
  readonly units: readonly { readonly name: string; readonly title: string; readonly exercises: readonly LoadedExercise[] }[]
  readonly exercises: readonly LoadedExercise[]
}

/** Something in the course itself is wrong: one sentence with the file and the next step. */
export class CourseError extends Error {}

export const foldersIn = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : []

/** Reads `exercises/course.ts` and the `exercise.ts` of every exercise it lists. */
export async function loadCourse(root: string): Promise<LoadedCourse> {
  const home = join(root, 'exercises')
  const course = await loadDefault<Course>(root, join(home, 'course.ts'))
  const names = course.units.flatMap((unit) => unit.exercises.map((slug) => join(home, unit.name, slug, 'exercise.ts')))
  const declarations = await loadDefaults<Exercise>(root, names)
  const units = course.units.map(({ name, title, exercises }) => ({
    name,
    title,
    exercises: exercises.map((slug) => describe(home, name, slug, declarations)),
  }))
  return { root, title: course.title, units, exercises: units.flatMap((unit) => unit.exercises) }
}

function describe(home: string, unit: string, slug: string, declarations: Map<string, Exercise>): LoadedExercise {
  const folder = join(home, unit, slug)
  const declaration = declarations.get(join(folder, 'exercise.ts'))
  if (declaration === undefined) throw new CourseError(`exercises/${unit}/${slug}/exercise.ts is missing; course.ts lists it.`)
  const tracks = foldersIn(folder).filter((name) => trackNamed(name) !== undefined)
  return { unit, slug, folder, declaration, tracks }
}

export async function loadDefault<T>(root: string, path: string): Promise<T> {
  const value = (await loadDefaults<T>(root, [path])).get(path)
  if (value === undefined) throw new CourseError(`${path} is missing.`)
  return value
}

/**
 * The default exports of TypeScript declarations (data only), by path; files that do not exist are left out. Bundled
 * together and kept by content, so that a command starts without a transpiler when nothing changed.
 */
export async function loadDefaults<T>(root: string, paths: readonly string[]): Promise<Map<string, T>> {
  const files = paths.filter((path) => existsSync(path))
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  hash.update(String(statSync(join(root, 'dist', 'cli.js'), { throwIfNoEntry: false })?.mtimeMs))
  const cache = join(root, '.cache')
  const outfile = join(cache, `declarations-${hash.digest('hex').slice(0, 20)}.mjs`)
  if (!existsSync(outfile)) await bundle(root, files, outfile)
  const module = (await import(pathToFileURL(outfile).href)) as { all: T[] }
  return new Map(files.map((file, i) => [file, module.all[i] as T]))
}

async function bundle(root: string, files: readonly string[], outfile: string): Promise<void> {
  const { build } = await import('esbuild')
  mkdirSync(join(root, '.cache'), { recursive: true })
  const imports = files.map((file, i) => `import _${i} from ${JSON.stringify(file)}`)
  const names = files.map((_, i) => `_${i}`)
  const contents = `${imports.join('\n')}\nexport const all = [${names.join(', ')}]`
  try {
    await build({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      alias: { '#grader': join(root, 'grader', 'model', 'exercise.ts') },
      logLevel: 'silent',
    })
  } catch (error) {
    const [first] = (error as { errors?: { text: string; location: { file: string; line: number } | null }[] }).errors ?? []
    const place = first?.location ? `${first.location.file}:${first.location.line}: ` : ''
    throw new CourseError(`${place}${first?.text ?? String(error)}`)
  }
}
