import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { trackNamed } from '../tracks/index.ts'
import { readEntry, sameText } from './entry.ts'
import type { LoadedExercise } from './load.ts'

export type Attempt = { readonly track: string; readonly entry: string }

/** What a submission holds of one exercise. */
export type Attempts =
  | { readonly state: 'attempted'; readonly attempts: readonly Attempt[]; readonly reason: string }
  | { readonly state: 'not-started' | 'missing' | 'unreadable'; readonly reason: string }

/** The submission itself cannot be read: one sentence with the next step. */
export class SubmissionError extends Error {}

export const entryName = (exercise: LoadedExercise, track: string): string =>
  `${exercise.declaration.entry}${trackNamed(track)?.extension ?? ''}`

/** Where the entries of a submission lie: `exercises/` of a student's repository. */
export function openSubmission(folder: string): string {
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (stat === undefined) throw new SubmissionError(`There is no folder ${folder}. Name the folder that holds exercises/.`)
  if (!stat.isDirectory()) throw new SubmissionError(`${folder} is not a folder. Name the folder that holds exercises/.`)
  if (readdirSync(folder).length === 0) throw new SubmissionError(`${folder} is empty. Name the folder that holds exercises/.`)
  if (!existsSync(join(folder, 'exercises'))) {
    throw new SubmissionError(`${folder} has no folder exercises/. Name the root of the student's repository.`)
  }
  return join(folder, 'exercises')
}

/** Looks at every wanted track of an exercise below `home` (a folder with units in it). */
export function findAttempts(home: string, exercise: LoadedExercise, wanted: readonly string[], submission: string): Attempts {
  const looked = wanted.map((track) => look(home, exercise, track, submission))
  const reasons = looked.flatMap(({ reason }) => reason ?? [])
  const reason = reasons.join(' ')
  const attempts = looked.flatMap(({ kind, track, entry }) => (kind === 'attempted' ? [{ track, entry }] : []))
  if (attempts.length > 0) return { state: 'attempted', attempts, reason }
  if (reasons.length > 0) return { state: 'unreadable', reason }
  if (looked.some(({ kind }) => kind === 'untouched')) return { state: 'not-started', reason: 'The stub is unchanged.' }
  return { state: 'missing', reason: `There is no ${wanted.map((track) => `${track}/${entryName(exercise, track)}`).join(' or ')}.` }
}

function look(home: string, exercise: LoadedExercise, track: string, submission: string) {
  const name = entryName(exercise, track)
  const entry = join(home, exercise.unit, exercise.slug, track, name)
  const read = readEntry(entry, submission)
  if (read.kind === 'unreadable') return { kind: 'unreadable', track, entry, reason: `${track}/${name} ${read.reason}.` } as const
  if (read.kind === 'missing') return { kind: 'missing', track, entry } as const
  const stub = readEntry(join(exercise.folder, track, name), exercise.folder)
  const untouched = stub.kind === 'text' && sameText(stub.text, read.text)
  return { kind: untouched ? 'untouched' : 'attempted', track, entry } as const
}
