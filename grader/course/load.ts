import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Course, Exercise } from '../model/exercise.ts'
import { tracks } from '../tracks/index.ts'

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
  readonly units: readonly {
    readonly name: string
    readonly title: string
    readonly exercises: readonly LoadedExercise[]
  }[]
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
  const names = course.units.flatMap((unit) =>
    unit.exercises.map((slug) => join(home, unit.name, slug, 'exercise.ts')),
  )
  const declarations = await loadDefaults<Exercise>(root, names)
  const units = course.units.map(({ name, title, exercises }) => ({
    name,
    title,
    exercises: exercises.map((slug) => describe(home, name, slug, declarations)),
  }))
  return { root, title: course.title, units, exercises: units.flatMap((unit) => unit.exercises) }
}

function describe(
  home: string,
  unit: string,
  slug: string,
  declarations: Map<string, Exercise>,
): LoadedExercise {
  const folder = join(home, unit, slug)
  const declaration = declarations.get(join(folder, 'exercise.ts'))
  if (declaration === undefined)
    throw new CourseError(`exercises/${unit}/${slug}/exercise.ts is missing; course.ts lists it.`)
  const folders = foldersIn(folder)
  const own =
    declaration.role === 'answers'
      ? ['answers']
      : tracks.map(({ name }) => name).filter((name) => folders.includes(name))
  return { unit, slug, folder, declaration, tracks: own }
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
  const kept = join(root, '.cache', `declarations-${hash.digest('hex').slice(0, 20)}.mjs`)
  const url = existsSync(kept) ? pathToFileURL(kept).href : keep(kept, await bundle(root, files))
  try {
    const module = (await import(url)) as { all: T[] }
    return new Map(files.map((file, i) => [file, module.all[i] as T]))
  } catch (error) {
    throw new CourseError(`A declaration of the course does not load: ${(error as Error).message}`)
  }
}

/** Keeps a bundle, whole or not at all; on a disk that cannot be written to it is used without being kept. */
function keep(path: string, code: string): string {
  const part = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(part, code)
    renameSync(part, path)
    return pathToFileURL(path).href
  } catch {
    if (existsSync(part)) rmSync(part)
    return `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  }
}

async function bundle(root: string, files: readonly string[]): Promise<string> {
  const { build } = await import('esbuild')
  const imports = files.map((file, i) => `import _${i} from ${JSON.stringify(file)}`)
  const names = files.map((_, i) => `_${i}`)
  const contents = `${imports.join('\n')}\nexport const all = [${names.join(', ')}]`
  try {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      write: false,
      bundle: true,
      format: 'esm',
      platform: 'node',
      alias: { '#grader': join(root, 'grader', 'model', 'exercise.ts') },
      logLevel: 'silent',
    })
    return outputFiles[0]?.text ?? ''
  } catch (error) {
    const [first] =
      (error as { errors?: { text: string; location: { file: string; line: number } | null }[] }).errors ?? []
    const place = first?.location ? `${first.location.file}:${first.location.line}: ` : ''
    throw new CourseError(`${place}${first?.text ?? String(error)}`)
  }
}
