import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { trackNamed } from '../tracks/index.ts'
import { readEntry, sameText } from './entry.ts'
import { foldersIn, type LoadedExercise } from './load.ts'

/** `entry` is the real path of the file, behind links inside the submission. */
export type Attempt = { readonly track: string; readonly entry: string }

/** What a submission holds of one exercise. */
export type Attempts =
  | { readonly state: 'attempted'; readonly attempts: readonly Attempt[]; readonly reason: string }
  | { readonly state: 'not-started' | 'missing' | 'unreadable'; readonly reason: string }

/** The submission itself cannot be read: one sentence with the next step. */
export class SubmissionError extends Error {}

export const entryName = ({ declaration: { entry } }: LoadedExercise, track: string): string =>
  trackNamed(track)?.fileName(entry) ?? entry

/** Where an entry lies below the exercise's folder: `python/server.py`. */
export const entryPath = (exercise: LoadedExercise, track: string): string =>
  join(trackNamed(track)?.folder ?? track, entryName(exercise, track))

/** Where the entries of a submission lie: `exercises/` of a student's repository. */
export function openSubmission(given: string): string {
  const folder = resolve(given)
  const home = join(folder, 'exercises')
  try {
    if (!statSync(folder).isDirectory()) {
      throw new SubmissionError(`The submission ${folder} is a file. ${otherwise(folder)}`)
    }
    const inside = readdirSync(folder)
    if (inside.length === 0)
      throw new SubmissionError(`The submission ${folder} is empty. ${otherwise(folder)}`)
    if (!inside.includes('exercises')) {
      throw new SubmissionError(`The submission ${folder} holds no folder exercises/. ${otherwise(folder)}`)
    }
    if (!statSync(home).isDirectory())
      throw new SubmissionError(`${home} is a file; it must be a folder with the units in it.`)
    readdirSync(home)
  } catch (error) {
    if (error instanceof SubmissionError) throw error
    const { code, path = folder } = error as NodeJS.ErrnoException
    const what =
      code === 'ENOENT' && path === folder ? `There is no submission ${shorten(folder)}.` : whyNot(path, code)
    throw new SubmissionError(`${what} ${otherwise(folder)}`)
  }
  return home
}

const shorten = (path: string) => (path.length > 200 ? `${path.slice(0, 200)}…` : path)

const whyNot = (path: string, code = 'unknown error'): string =>
  `The submission cannot be read: ${shorten(path)} (${code}).`

/** Which folder was meant, if it can be guessed: one above, when a part was named, or one below, as zip files nest. */
function otherwise(folder: string): string {
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    if (basename(above) === 'exercises')
      return `Name the folder above exercises/: --submission ${dirname(above)}`
  }
  const below = safeFolders(folder).filter((name) => safeFolders(join(folder, name)).includes('exercises'))
  if (below.length === 1) return `Name the one in it: --submission ${join(folder, below[0] ?? '')}`
  if (below.length > 1)
    return `It holds ${below.length} submissions: name one of them, or grade them all with npm run batch.`
  return "Name the folder of the student's repository, the one that holds exercises/."
}

function safeFolders(folder: string): string[] {
  try {
    return foldersIn(folder)
  } catch {
    // It may be a file, or hidden from us.
    return []
  }
}

/** Looks at every wanted track of an exercise below `home` (a folder with units in it). */
export function findAttempts(
  home: string,
  exercise: LoadedExercise,
  wanted: readonly string[],
  submission: string,
): Attempts {
  const looked = wanted.map((track) => look(home, exercise, track, submission))
  const reasons = looked.flatMap(({ kind, reason }) => (kind === 'unreadable' ? [reason] : []))
  const reason = reasons.join(' ')
  const attempts = looked.flatMap(({ kind, track, entry }) =>
    kind === 'attempted' ? [{ track, entry }] : [],
  )
  if (attempts.length > 0) return { state: 'attempted', attempts, reason }
  if (reasons.length > 0) return { state: 'unreadable', reason }
  const empty = looked.flatMap(({ kind, reason: why }) => (kind === 'empty' ? [why] : []))
  if (empty.length > 0) return { state: 'not-started', reason: empty.join(' ') }
  if (looked.some(({ kind }) => kind === 'untouched'))
    return { state: 'not-started', reason: 'The stub is unchanged.' }
  return {
    state: 'missing',
    reason: `There is no ${wanted.map((track) => entryPath(exercise, track)).join(' or ')}.`,
  }
}

/** Every entry that can be read, begun or not. */
export function entriesOf(
  home: string,
  exercise: LoadedExercise,
  wanted: readonly string[],
  submission: string,
): Attempt[] {
  const looked = wanted.map((track) => look(home, exercise, track, submission))
  return looked.filter(({ kind }) => kind !== 'missing' && kind !== 'unreadable')
}

function look(home: string, exercise: LoadedExercise, track: string, submission: string) {
  const shown = entryPath(exercise, track)
  const entry = join(home, exercise.unit, exercise.slug, shown)
  const read = readEntry(entry, submission)
  if (read.kind === 'unreadable')
    return { kind: 'unreadable', track, entry, reason: `${shown} ${read.reason}.` } as const
  if (read.kind === 'missing') return { kind: 'missing', track, entry, reason: '' } as const
  if (read.text.trim() === '') return { kind: 'empty', track, entry, reason: `${shown} is empty.` } as const
  const stub = readEntry(join(exercise.folder, shown), exercise.folder)
  const untouched = stub.kind === 'text' && sameText(stub.text, read.text)
  return { kind: untouched ? 'untouched' : 'attempted', track, entry: read.path, reason: '' } as const
}
