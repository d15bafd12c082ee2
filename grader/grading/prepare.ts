import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Track } from '../model/track.ts'
import type { LoadedExercise } from '../course/load.ts'
import { trackNamed } from '../tracks/index.ts'
import type { Job } from './job.ts'

/** An interpreter is missing: nobody's zero, and one sentence on how to get it. */
export class MissingRuntimeError extends Error {}

export type Draft = {
  readonly id: string
  readonly exercise: LoadedExercise
  readonly track: string
  readonly entry: string
}

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

/** Prepares every entry once, so that checks only start what is ready. */
export async function prepareJobs(drafts: readonly Draft[], scratch: string): Promise<Job[]> {
  const bundles = join(scratch, 'bundles')
  mkdirSync(bundles)
  return Promise.all(drafts.map((draft, i) => prepareJob(draft, join(bundles, String(i)))))
}

async function prepareJob({ id, exercise, track, entry }: Draft, folder: string): Promise<Job> {
  const runtime = await findRuntime(track)
  if ('missing' in runtime) {
    throw new MissingRuntimeError(`${runtime.missing} Not graded: ${exercise.slug}.`)
  }
  mkdirSync(folder)
  const ready = await (trackNamed(track) as Track).prepare(entry, runtime.file, folder)
  return { id, exercise, target: { unit: exercise.unit, slug: exercise.slug, track, entry, ready } }
}
