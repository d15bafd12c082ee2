import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Ready } from '../model/target.ts'
import type { Track } from '../model/track.ts'
import type { LoadedExercise } from '../course/load.ts'
import { trackNamed } from '../tracks/index.ts'
import type { Job } from './job.ts'
import { loadKey } from './keys.ts'

/** An interpreter is missing: nobody's zero, and one sentence on how to get it. */
export class MissingRuntimeError extends Error {}

export type Draft = {
  readonly id: string
  readonly exercise: LoadedExercise
  readonly track: string
  readonly entry: string
}

/** An entry that cannot be graded, through no fault of its own. */
export type Refused = { readonly draft: Draft; readonly error: Error }

const runtimes = new Map<string, ReturnType<Track['find']>>()

/** Starts looking for the interpreter of a track; asked again, it gives the same answer. */
export function findRuntime(name: string): ReturnType<Track['find']> {
  const known = runtimes.get(name)
  if (known !== undefined) return known
  const track = trackNamed(name)
  const found =
    track === undefined ? Promise.resolve({ missing: `There is no track ${name}.` }) : track.find()
  runtimes.set(name, found)
  return found
}

/** Prepares every entry once, so that checks only start what is ready; what cannot be is left to the caller. */
export async function prepareEach(
  drafts: readonly Draft[],
  scratch: string,
): Promise<{ readonly jobs: Job[]; readonly refused: Refused[] }> {
  const bundles = join(scratch, 'bundles')
  mkdirSync(bundles)
  const results = await Promise.all(
    drafts.map(async (draft, i): Promise<Job | Refused> => {
      try {
        return await prepareJob(draft, join(bundles, String(i)))
      } catch (error) {
        return { draft, error: error instanceof Error ? error : new Error(String(error)) }
      }
    }),
  )
  return {
    jobs: results.filter((result) => 'target' in result),
    refused: results.filter((result) => 'draft' in result),
  }
}

/** As {@link prepareEach}, where every entry has to be graded. */
export async function prepareJobs(drafts: readonly Draft[], scratch: string): Promise<Job[]> {
  const { jobs, refused } = await prepareEach(drafts, scratch)
  const [first] = refused
  if (first === undefined) return jobs
  if (!(first.error instanceof MissingRuntimeError)) throw first.error
  throw new MissingRuntimeError(`${first.error.message} Not graded: ${first.draft.exercise.slug}.`)
}

/** Makes an entry ready as the role of its exercise asks. */
export async function prepareEntry(
  { slug, declaration }: LoadedExercise,
  track: Track,
  entry: string,
  runtime: string,
  folder: string,
): Promise<Ready> {
  if (declaration.role !== 'module') return track.prepare(entry, runtime, folder)
  const ready = await track.prepare(entry, runtime, folder, declaration.entry)
  // A module is no program: this is how a student sees it at work.
  return 'command' in ready ? { ...ready, typed: `npm run try -- ${slug} --track ${track.name}` } : ready
}

async function prepareJob({ id, exercise, track, entry }: Draft, folder: string): Promise<Job> {
  const runtime = await findRuntime(track)
  if ('missing' in runtime) throw new MissingRuntimeError(runtime.missing)
  mkdirSync(folder)
  const ready = await prepareEntry(exercise, trackNamed(track) as Track, entry, runtime.file, folder)
  const { unit, slug, declaration } = exercise
  const key = declaration.role === 'answers' ? await loadKey(exercise) : undefined
  return { id, exercise, target: { unit, slug, track, entry, ready, ...(key === undefined ? {} : { key }) } }
}
