import { z } from 'zod'
import { symptoms } from './symptom.ts'
import { eventNames } from './transcript.ts'

const verdicts = ['pass', 'fail', 'blocked', 'awaiting-teacher', 'inconclusive', 'grader-error'] as const
const states = ['graded', 'not-started', 'missing', 'unreadable', 'grader-error'] as const
export type Verdict = (typeof verdicts)[number]

const points = z.int().nonnegative()

const event = z.object({
  atMs: z.number(),
  actor: z.string(),
  event: z.enum(eventNames),
  peer: z.string().optional(),
  /** base64 */
  bytes: z.string().optional(),
  /** How many bytes of this event are not shown in `bytes`. */
  cutBytes: z.int().positive().optional(),
  call: z.string().optional(),
  result: z.string().optional(),
  error: z.string().optional(),
})

const program = z.object({
  command: z.string(),
  exitCode: z.int().nullable(),
  signal: z.string().nullable(),
  stdoutTail: z.string(),
  stderrTail: z.string(),
})

export const checkReport = z.object({
  id: z.string(),
  title: z.string(),
  points,
  score: points,
  durationMs: z.number().nonnegative(),
  verdict: z.enum(verdicts),
  symptom: z.enum(symptoms).nullable(),
  message: z.string(),
  expected: z.string(),
  actual: z.string(),
  hint: z.string(),
  reproduce: z.string(),
  transcript: z.array(event),
  /** Events left out of the middle of a long transcript. */
  cutEvents: z.int().positive().optional(),
  program: program.nullable(),
})

const exerciseReport = z.object({
  slug: z.string(),
  unit: z.string(),
  title: z.string(),
  track: z.string().nullable(),
  state: z.enum(states),
  /** Why there is no grade; empty when there is one. */
  reason: z.string(),
  score: points,
  maxScore: points,
  /** Points of checks without a verdict (inconclusive, grader-error): neither earned nor lost. */
  undecided: points,
  awaitingTeacher: points,
  alsoAttempted: z.array(z.object({ track: z.string(), score: points })),
  checks: z.array(checkReport),
})

export const report = z.object({
  schema: z.literal('doorway/report/v1'),
  submission: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  /** Payloads are drawn from it: the same seed sends the same bytes. */
  seed: z.int().nonnegative(),
  score: points,
  maxScore: points,
  undecided: points,
  awaitingTeacher: points,
  grader: z.object({
    version: z.string(),
    node: z.string(),
    platform: z.string(),
    sandbox: z.enum(['none', 'process', 'namespace']),
  }),
  exercises: z.array(exerciseReport),
})

/** A Doorway report, `doorway/report/v1`: the source of every other format. */
export type Report = z.infer<typeof report>
export type ExerciseReport = z.infer<typeof exerciseReport>
export type CheckReport = z.infer<typeof checkReport>
export type ReportedEvent = z.infer<typeof event>
