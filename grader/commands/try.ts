import { mkdirSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import colors from 'picocolors'
import type { Track } from '../model/track.ts'
import { entriesOf, findAttempts, openSubmission, type Attempt } from '../course/submission.ts'
import type { LoadedExercise } from '../course/load.ts'
import { findRuntime, MissingRuntimeError, prepareEntry } from '../grading/prepare.ts'
import { makeScratch } from '../grading/scratch.ts'
import { trackNamed } from '../tracks/index.ts'
import { choose, openCourse, root } from './context.ts'
import { runInTerminal } from './terminal-program.ts'
import { readArgs, UsageError } from './usage.ts'

const flags = {
  track: { type: 'string' },
  submission: { type: 'string' },
  solutions: { type: 'boolean' },
} as const

/** What an exercise's program gets when nothing is given. */
const defaults = { server: ['12000'], client: ['127.0.0.1', '12000'], module: [] } as const

/**
 * `npm run try -- SLUG [--track T] [--solutions] [ARGS…]`: starts the program as the grader would, but in this terminal.
 * Resolves to the program's own exit code.
 */
export async function tryCommand(args: readonly string[]): Promise<number> {
  const { values, operands } = readArgs(args, flags, true)
  const { track, submission, solutions = false } = values
  const [slug, ...given] = operands
  if (slug === undefined)
    throw new UsageError('Name an exercise: npm run try -- EXERCISE. `npm run list` shows them all.')
  if (solutions && submission !== undefined) {
    throw new UsageError('Give either --solutions or --submission, not both.')
  }
  const [exercise] = choose(await openCourse(), [slug], track) as [LoadedExercise]
  const folder = resolve(submission ?? root)
  const home = solutions ? join(root, 'solutions') : openSubmission(folder)
  const chosen = pick(home, exercise, track === undefined ? exercise.tracks : [track], folder)
  const { role } = exercise.declaration
  if (role === 'answers')
    throw new UsageError(`${slug} is answered in a file: there is nothing to start. npm run grade -- ${slug}`)
  const argv = given.length > 0 ? given : defaults[role]
  return start(exercise, chosen, argv)
}

type Chosen = Attempt & { readonly why: string }

/** The program to start: what was begun, of several the one changed last, else the first stub. */
function pick(home: string, exercise: LoadedExercise, wanted: readonly string[], folder: string): Chosen {
  const found = findAttempts(home, exercise, wanted, folder)
  if (found.state !== 'attempted') {
    const [stub, other] = entriesOf(home, exercise, wanted, folder)
    if (stub === undefined) throw new UsageError(`${exercise.slug} cannot be started: ${found.reason}`)
    const more = other === undefined ? '' : ` in ${stub.track}; --track ${other.track} starts the other`
    return { ...stub, why: `Nothing is begun: this is the stub${more}.` }
  }
  const changed = ({ entry }: Attempt) => statSync(entry).mtimeMs
  const ranked = [...found.attempts].sort((a, b) => changed(b) - changed(a))
  const [last, ...rest] = ranked as [Attempt, ...Attempt[]]
  const names = rest.map(({ track }) => track).join(' and ')
  const why = rest.length === 0 ? '' : `${last.track} was changed last; --track ${names} starts the other.`
  return { ...last, why }
}

async function start(
  exercise: LoadedExercise,
  { track: name, entry, why }: Chosen,
  argv: readonly string[],
): Promise<number> {
  const runtime = await findRuntime(name)
  if ('missing' in runtime) throw new MissingRuntimeError(runtime.missing)
  // Ctrl-C goes to the program; this process ends when the program does.
  const scratch = makeScratch(() => {})
  const ready = await prepareEntry(exercise, trackNamed(name) as Track, entry, runtime.file, scratch.folder)
  const shown = relative(process.cwd(), entry)
  if ('problem' in ready) {
    const { message, place, excerpt } = ready.problem
    const at = join(relative(process.cwd(), join(entry, '..')), place)
    process.stderr.write(`${colors.red(`${at}: ${message}`)}\n${excerpt}\n`)
    return 1
  }
  if (!('command' in ready)) throw new UsageError(`${basename(entry)} is no program.`)
  const home = join(scratch.folder, 'home')
  mkdirSync(home)
  if (why !== '') process.stderr.write(`${colors.dim(why)}\n`)
  process.stderr.write(`${colors.dim(`${ready.typed} ${argv.join(' ')}    (${shown}; Ctrl-C stops it)`)}\n`)
  return runInTerminal(ready.command, argv, home)
}
