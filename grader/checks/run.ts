import type { Case } from '../model/diagnosis.ts'
import type { ProgramExercise } from '../model/exercise.ts'
import type { CheckReport, Verdict } from '../model/report.ts'
import type { Assignment, Target } from '../model/target.ts'
import { diagnose } from '../diagnosis/index.ts'
import { EnvironmentError } from '../harness/environment-error.ts'
import type { Ports } from '../harness/ports.ts'
import { Broken, Unsettled } from './broken.ts'
import { emptyReport, reportEvents, reportProgram } from './evidence.ts'
import { inTime } from './in-time.ts'
import { Explored } from './search.ts'
import { Student } from './student.ts'
import { aftermathMs } from './times.ts'

export type Body = (student: Student) => Promise<void>

/** Runs one check's body against a fresh program and says what came of it. */
export async function runCheck(
  exercise: ProgramExercise,
  id: string,
  body: Body,
  target: Target,
  assignment: Assignment,
  ports: Ports,
): Promise<CheckReport> {
  const startedMs = performance.now()
  const report = emptyReport(exercise, id)
  const finish = (rest: Partial<CheckReport>): CheckReport => ({
    ...report,
    durationMs: Math.round(performance.now() - startedMs),
    ...rest,
  })
  if ('problem' in target.ready) return finish(doesNotParse(target.ready.problem))

  const own = new Student(target, assignment, ports, id)
  let student = own
  let failure: unknown = null
  try {
    await inTime(body(own))
  } catch (error) {
    failure = error
    if (error instanceof Explored) student = error.student
    if (error instanceof Broken) student.blame(error.program)
    const main = student.main
    if (error instanceof Broken && main !== null)
      await student.recorder.until(aftermathMs, () => main.exit ?? undefined)
  }
  await student.confirm().catch((stranger: unknown) => {
    failure = stranger
  })
  const program = await student.tearDown(failure instanceof Broken)
  if (student !== own) await own.tearDown(false)
  const seen = { ...reportEvents(student.recorder, program), program: reportProgram(program) }
  if (failure === null)
    return finish({ verdict: 'pass', score: report.points, message: student.note, ...seen })
  if (!(failure instanceof Broken) || program === null) return finish({ ...withoutVerdict(failure), ...seen })

  const { role, transport } = exercise
  const { host, port } = student
  const broken: Case = {
    role,
    transport,
    host,
    port,
    track: target.track,
    expectation: failure.expectation,
    transcript: student.recorder.events,
    program,
  }
  const diagnosis = diagnose(broken)
  const hint = exercise.checks[id]?.hints?.[diagnosis.symptom] ?? diagnosis.hint
  return finish({ ...diagnosis, hint, verdict: 'fail', ...seen })
}

function doesNotParse({
  message,
  place,
  excerpt,
}: {
  message: string
  place: string
  excerpt: string
}): Partial<CheckReport> {
  return {
    verdict: 'fail',
    symptom: 'does-not-parse',
    message: `Your program cannot be started: ${place}: ${message}`,
    expected: 'a program that starts',
    actual: excerpt,
    hint: `Mend ${place}; your editor marks the place too.`,
  }
}

function withoutVerdict(failure: unknown): Partial<CheckReport> {
  if (failure instanceof Unsettled || failure instanceof EnvironmentError) {
    return { verdict: 'inconclusive', message: failure.message, hint: 'Grade again; no points are lost.' }
  }
  const text = failure instanceof Error ? `${failure.message}\n${failure.stack ?? ''}` : String(failure)
  return {
    verdict: 'grader-error',
    message: `The grader itself failed: ${text}`,
    hint: 'Tell the course staff; no points are lost.',
  }
}

const undecided = new Set<Verdict>(['inconclusive', 'grader-error'])

/** The verdict of a check whose `needs` did not pass; null when they all did. */
export function blockedBy(
  exercise: ProgramExercise,
  id: string,
  needs: readonly CheckReport[],
): CheckReport | null {
  // An extra one is for programs that are right in all else.
  const extra = exercise.checks[id]?.points === 0
  const minor = ({ id: needed, symptom }: CheckReport) =>
    !extra && symptom !== null && exercise.checks[needed]?.minor?.includes(symptom)
  const missing = needs.find((needed) => needed.verdict !== 'pass' && !minor(needed))
  if (missing === undefined) return null
  const open = needs.find(({ verdict }) => undecided.has(verdict))
  const verdict = open === undefined ? 'blocked' : 'inconclusive'
  return { ...emptyReport(exercise, id), verdict, message: `Not tried: “${missing.title}” comes first.` }
}
