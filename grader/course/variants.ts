import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { foldersIn, type LoadedExercise } from './load.ts'
import { entryName, entryPath } from './submission.ts'

export type Kind = 'stub' | 'solution' | 'alternative' | 'mistake'

/** A program of known worth, in one track, that the grader itself is graded by. */
export type Variant = {
  readonly kind: Kind
  /** The alternative's or mistake's folder name; empty for stubs and solutions. */
  readonly name: string
  readonly exercise: LoadedExercise
  readonly track: string
  readonly entry: string
}

export const mirrorOf = (root: string, { unit, slug }: LoadedExercise): string =>
  join(root, 'solutions', unit, slug)

/** All programs of an exercise: its stubs, and what its mirror in `solutions/` holds. */
export function variantsOf(root: string, exercise: LoadedExercise): Variant[] {
  const mirror = mirrorOf(root, exercise)
  const inTrack = (kind: Kind, home: string): Variant[] =>
    exercise.tracks.map((track) => ({
      kind,
      name: '',
      exercise,
      track,
      entry: join(home, entryPath(exercise, track)),
    }))
  const inFolder = (kind: Kind, folder: string): Variant[] =>
    foldersIn(join(mirror, folder)).flatMap((name) =>
      exercise.tracks
        .map((track) => ({
          kind,
          name,
          exercise,
          track,
          entry: join(mirror, folder, name, entryName(exercise, track)),
        }))
        .filter(({ entry }) => existsSync(entry)),
    )
  return [
    ...inTrack('stub', exercise.folder),
    ...inTrack('solution', mirror),
    ...inFolder('alternative', 'alternatives'),
    ...inFolder('mistake', 'mistakes'),
  ]
}

/** Files and folders in a mirror that belong to nothing. */
export function strays(root: string, exercise: LoadedExercise): string[] {
  const mirror = mirrorOf(root, exercise)
  const answers =
    exercise.declaration.role === 'answers' ? ['key.ts', 'review.yaml', exercise.declaration.entry] : []
  const known = new Set(['mistakes.ts', 'mistakes', 'alternatives', ...answers, ...exercise.tracks])
  return existsSync(mirror) ? readdirSync(mirror).filter((name) => !known.has(name)) : []
}
