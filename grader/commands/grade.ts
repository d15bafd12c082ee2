import { basename, join, resolve } from 'node:path'
import type { Report } from '../model/report.ts'
import { findAttempts, openSubmission } from '../course/submission.ts'
import { exitCodeOf } from '../grading/assemble.ts'
import { grade } from '../grading/grade.ts'
import { findRuntime } from '../grading/prepare.ts'
import { reporters } from '../reporters/index.ts'
import { checkTrack, choose, openCourse, portRange, root, version } from './context.ts'
import { readTargets, writeFiles, type ReportTarget } from './report-targets.ts'
import { fail, readArgs, UsageError } from './usage.ts'

const flags = {
  track: { type: 'string' },
  submission: { type: 'string' },
  solutions: { type: 'boolean' },
  report: { type: 'string', multiple: true },
} as const

/** `npm run grade [-- SLUG…] [--track T] [--submission DIR] [--solutions] [--report FORMAT[=FILE]]…` */
export async function gradeCommand(args: readonly string[]): Promise<number> {
  const { values, operands } = readArgs(args, flags)
  const { track, submission, solutions = false } = values
  checkTrack(track)
  if (solutions && submission !== undefined) throw new UsageError('Give either --solutions or --submission, not both.')
  const targets = readTargets(values.report ?? [])
  const course = await openCourse()
  const chosen = choose(course, operands)
  const folder = resolve(submission ?? root)
  const home = solutions ? join(root, 'solutions') : openSubmission(folder)
  const work = chosen.map((exercise) => {
    const wanted = track === undefined ? exercise.tracks : [track]
    return { exercise, attempts: findAttempts(home, exercise, wanted, folder) }
  })
  // Started early: the interpreter is found while Jest is being loaded.
  for (const { attempts } of work) {
    if (attempts.state === 'attempted') for (const each of attempts.attempts) void findRuntime(each.track)
  }
  const name = solutions ? 'solutions' : submission === undefined ? basename(root) : basename(folder)
  const report = await grade(work, {
    root,
    submission: name,
    version,
    ports: portRange(),
    onProgress: (partial) => tryToWrite(targets, partial),
  })
  return deliver(targets, report)
}

function tryToWrite(targets: readonly ReportTarget[], report: Report): void {
  try {
    writeFiles(targets, report)
  } catch {
    // The whole report is written once more in the end, and only that failure is told.
  }
}

function deliver(targets: readonly ReportTarget[], report: Report): number {
  const printed = targets.find(({ file }) => file === '-')?.format ?? 'terminal'
  process.stdout.write(reporters[printed]?.(report) ?? '')
  try {
    writeFiles(targets, report)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    return fail(3, `The report could not be written (${code}); the grades above are whole. Free some space and grade again.`)
  }
  return exitCodeOf(report)
}
