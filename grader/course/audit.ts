import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Exercise, Mistakes } from '../model/exercise.ts'
import { readEntry } from './entry.ts'
import { foldersIn, type LoadedCourse, type LoadedExercise } from './load.ts'
import { entryPath, findAttempts } from './submission.ts'
import { mirrorOf, strays, variantsOf } from './variants.ts'

/** What is wrong with the files of the course: sentences that name the file and the next step. */
export function auditCourse(course: LoadedCourse): string[] {
  const listed = new Set(course.exercises.map(({ unit, slug }) => `${unit}/${slug}`))
  const home = join(course.root, 'exercises')
  const onDisk = foldersIn(home).flatMap((unit) =>
    foldersIn(join(home, unit)).map((slug) => `${unit}/${slug}`),
  )
  const unlisted = onDisk.filter((name) => !listed.has(name))
  const lessons = course.units.filter(({ name }) => !existsSync(join(home, name, 'README.md')))
  return [
    ...unlisted.map(
      (name) => `exercises/${name} is not listed in exercises/course.ts: add it there, or remove the folder.`,
    ),
    ...lessons.map(({ name }) => `exercises/${name}/README.md is missing: write the unit's lesson.`),
  ]
}

/** The same for one exercise and its mirror. */
export function auditExercise(
  root: string,
  exercise: LoadedExercise,
  mistakes: Mistakes<Exercise>,
): string[] {
  const show = (path: string) => relative(root, path)
  const mirror = mirrorOf(root, exercise)
  const missing = (path: string, what: string) =>
    existsSync(path) ? [] : [`${show(path)} is missing: ${what}.`]
  const variants = variantsOf(root, exercise)
  const folders = foldersIn(join(mirror, 'mistakes'))
  const empty = ['mistakes', 'alternatives'].flatMap((kind) =>
    foldersIn(join(mirror, kind))
      .filter((name) => !variants.some((variant) => variant.name === name))
      .map((name) => join(mirror, kind, name)),
  )
  return [
    ...missing(join(exercise.folder, 'README.md'), 'write the handout'),
    ...missing(join(exercise.folder, 'checks.test.ts'), 'write the checks'),
    ...(exercise.declaration.role === 'answers'
      ? missing(join(mirror, 'key.ts'), 'write what is right')
      : []),
    ...missing(join(mirror, 'mistakes.ts'), 'declare which check each mistake fails'),
    ...(exercise.tracks.length === 0
      ? [`${show(exercise.folder)} has no track folder: add typescript/ or python/.`]
      : []),
    ...auditNeeds(exercise, show),
    ...exercise.tracks.flatMap((track) => auditTrack(root, exercise, track)),
    ...Object.keys(mistakes)
      .filter((name) => !folders.includes(name))
      .map(
        (name) =>
          `${show(mirror)}/mistakes.ts declares "${name}", but mistakes/${name}/ does not exist: write it, or remove the line.`,
      ),
    ...folders
      .filter((name) => mistakes[name] === undefined)
      .map(
        (name) =>
          `${show(mirror)}/mistakes/${name} is not declared: add it to mistakes.ts with the check it fails.`,
      ),
    ...empty.map(
      (folder) =>
        `${show(folder)} holds no ${exercise.declaration.entry} file of any track: write one, or remove the folder.`,
    ),
    ...strays(root, exercise).map((name) => `${show(join(mirror, name))} belongs to nothing: remove it.`),
  ]
}

function auditNeeds({ folder, declaration }: LoadedExercise, show: (path: string) => string): string[] {
  const { checks } = declaration
  const place = show(join(folder, 'exercise.ts'))
  const leadsTo = (id: string, target: string, depth: number): boolean =>
    depth > 0 && (checks[id]?.needs ?? []).some((need) => need === target || leadsTo(need, target, depth - 1))
  return Object.entries(checks).flatMap(([id, { needs = [] }]) => [
    ...needs
      .filter((need) => checks[need] === undefined)
      .map((need) => `${place}: "${id}" needs "${need}", which is no check.`),
    ...(leadsTo(id, id, Object.keys(checks).length)
      ? [`${place}: "${id}" needs itself: break the circle.`]
      : []),
  ])
}

function auditTrack(root: string, exercise: LoadedExercise, track: string): string[] {
  const path = entryPath(exercise, track)
  const stub = join(exercise.folder, path)
  const solution = join(mirrorOf(root, exercise), path)
  const read = readEntry(stub, exercise.folder)
  const shown = relative(root, stub)
  if (read.kind === 'missing') return [`${shown} is missing: write the stub.`]
  if (read.kind === 'unreadable') return [`${shown} ${read.reason}.`]
  const { state } = findAttempts(join(root, 'exercises'), exercise, [track], root)
  return [
    ...(read.text.includes('TODO') ? [] : [`${shown} has no TODO: mark what the student is to write.`]),
    ...(state === 'not-started'
      ? []
      : [`${shown} is graded although it is the stub: its state is ${state}.`]),
    ...(existsSync(solution) ? [] : [`${relative(root, solution)} is missing: write the solution.`]),
  ]
}
