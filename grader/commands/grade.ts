import { basename, join, resolve } from 'node:path'
import type { Report } from '../model/report.ts'
import { findAttempts, openSubmission } from '../course/submission.ts'
import { exitCodeOf } from '../grading/assemble.ts'
import { grade, type Work } from '../grading/grade.ts'
import { findRuntime } from '../grading/prepare.ts'
import { referenceName } from '../grading/verify.ts'
import { reporters } from '../reporters/index.ts'
import { choose, chosenSeed, openCourse, portRange, root, version } from './context.ts'
import { readTargets, writeFiles, type ReportTarget } from './report-targets.ts'
import { readReviews, reviewsOfSolutions } from './reviews.ts'
import { fail, readArgs, UsageError } from './usage.ts'

const flags = {
  track: { type: 'string' },
  submission: { type: 'string' },
  solutions: { type: 'boolean' },
  report: { type: 'string', multiple: true },
  review: { type: 'string' },
} as const

/** `npm run grade [-- SLUG…] [--track T] [--submission DIR] [--solutions] [--report FORMAT[=FILE]]… [--review FILE]` */
export async function gradeCommand(args: readonly string[]): Promise<number> {
  const { values, operands } = readArgs(args, flags)
  const { track, submission, solutions = false } = values
  if (solutions && submission !== undefined) {
    throw new UsageError('Give either --solutions or --submission, not both.')
  }
  const ports = portRange()
  const seed = chosenSeed()
  const course = await openCourse()
  const chosen = choose(course, operands, track)
  const folder = resolve(submission ?? root)
  const home = solutions ? join(root, 'solutions') : openSubmission(folder)
  const targets = readTargets(values.report ?? [])
  const reviews =
    values.review !== undefined
      ? await readReviews(values.review, course)
      : solutions
        ? await reviewsOfSolutions(course)
        : {}
  const work = chosen.map((exercise) => {
    const wanted = track === undefined ? exercise.tracks : [track]
    return { exercise, attempts: findAttempts(home, exercise, wanted, folder) }
  })
  // Started early: the interpreter is found while Jest is being loaded.
  for (const name of tracksIn(work)) void findRuntime(name)
  const name = solutions ? referenceName : basename(folder)
  tellWhenInterrupted(targets)
  const report = await grade(work, {
    root,
    submission: name,
    version,
    ports,
    seed,
    reviews,
    onProgress: (partial) => tryToWrite(targets, partial),
  })
  const code = deliver(targets, report)
  return code ?? (await sayWhatIsMissing(work, report)) ?? sayWhatIsOpen(report)
}

const tracksIn = (work: readonly Work[]): Set<string> =>
  new Set(work.flatMap(({ attempts }) => tracksOf(attempts)))

const tracksOf = (attempts: Work['attempts']): string[] =>
  attempts.state === 'attempted' ? attempts.attempts.map(({ track }) => track) : []

function tryToWrite(targets: readonly ReportTarget[], report: Report): void {
  try {
    writeFiles(targets, report)
  } catch {
    // The whole report is written once more in the end, and only that failure is told.
  }
}

function tellWhenInterrupted(targets: readonly ReportTarget[]): void {
  const files = targets.filter(({ file }) => file !== '-').map(({ file }) => file)
  const kept = files.length === 0 ? '' : `: what was graded so far is in ${files.join(' and ')}`
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => process.stderr.write(`Interrupted${kept}.\n`))
  }
}

/** Prints and writes the report; returns an exit code when that did not work. */
function deliver(targets: readonly ReportTarget[], report: Report): number | null {
  const printed = targets.find(({ file }) => file === '-')?.format ?? 'terminal'
  process.stdout.write(reporters[printed]?.(report) ?? '')
  try {
    writeFiles(targets, report)
    return null
  } catch (error) {
    const { code = String(error), path = 'file' } = error as NodeJS.ErrnoException
    const file = path.replace(/\.\d+\.part$/, '')
    return fail(
      3,
      `The report ${file} could not be written (${code}); the report above is whole. Make room and grade again.`,
    )
  }
}

/** Points that are open because a language is not installed: exit code 2, with how to install it. */
async function sayWhatIsMissing(work: readonly Work[], report: Report): Promise<number | null> {
  const lines: string[] = []
  for (const track of tracksIn(work)) {
    const runtime = await findRuntime(track)
    const open = work
      .filter(({ attempts }) => tracksOf(attempts).includes(track))
      .map(({ exercise }) => exercise.slug)
      .filter((slug) => report.exercises.some((each) => each.slug === slug && each.undecided > 0))
    if ('missing' in runtime && open.length > 0) {
      lines.push(`${runtime.missing} Not graded in ${track}: ${open.join(', ')}; no points are lost.`)
    }
  }
  return lines.length > 0 ? fail(2, lines.join('\n')) : null
}

/** Other open points: exit code 3, with the first reason. */
function sayWhatIsOpen(report: Report): number {
  const code = exitCodeOf(report)
  if (code !== 3) return code
  const open = report.exercises.find(({ undecided, state }) => undecided > 0 || state === 'grader-error')
  const check = open?.checks.find(({ verdict }) => verdict === 'inconclusive' || verdict === 'grader-error')
  const [why] = (check?.message || open?.reason || '').split('\n')
  return fail(3, `${report.undecided} points are undecided, none is lost; first in ${open?.slug}: ${why}`)
}
