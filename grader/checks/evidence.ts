import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../model/exercise.ts'
import type { ProgramFacts } from '../model/program.ts'
import type { CheckReport, ReportedEvent } from '../model/report.ts'
import type { TraceLine, TranscriptEvent } from '../model/transcript.ts'
import type { Recorder } from '../harness/recorder.ts'

const mostEvents = 200
const mostBytes = 1500
const tailLines = 20

export function emptyReport(exercise: Exercise, id: string): CheckReport {
  const { title = id, points = 0 } = exercise.checks[id] ?? {}
  const nothing = { symptom: null, message: '', expected: '', actual: '', hint: '', reproduce: '' }
  return {
    id,
    title,
    points,
    score: 0,
    durationMs: 0,
    verdict: 'pass',
    ...nothing,
    transcript: [],
    program: null,
  }
}

/** Writes a check's evidence where only the grader looks, whole or not at all. */
export function writeEvidence(folder: string, slug: string, check: CheckReport): void {
  mkdirSync(join(folder, slug), { recursive: true })
  const path = join(folder, slug, `${check.id}.json`)
  writeFileSync(`${path}.part`, JSON.stringify(check))
  renameSync(`${path}.part`, path)
}

/** The transcript as reported: the program's own calls joined in on the same clock, long ones cut in the middle. */
export function reportEvents(recorder: Recorder, program: ProgramFacts | null) {
  const calls = (program?.calls ?? []).map((line) => callEvent(line, recorder.startedAtMs))
  const all = [...recorder.events, ...calls].sort((a, b) => a.atMs - b.atMs).map(toReported)
  const cutEvents = all.length - mostEvents
  if (cutEvents <= 0) return { transcript: all }
  return { transcript: [...all.slice(0, mostEvents / 2), ...all.slice(-mostEvents / 2)], cutEvents }
}

function callEvent(
  { t, call, address, bytes, result, error, waits }: TraceLine,
  startedAtMs: number,
): TranscriptEvent {
  const size = bytes === undefined ? undefined : `${bytes} bytes`
  const outcome = waits === true ? 'waits' : (result ?? size)
  return {
    atMs: t - startedAtMs,
    actor: 'program',
    event: 'call',
    call,
    ...(address === undefined ? {} : { peer: address.join(':') }),
    ...(outcome === undefined ? {} : { result: outcome }),
    ...(error === undefined ? {} : { error }),
  }
}

function toReported({ bytes, cutBytes: notKept = 0, atMs, ...rest }: TranscriptEvent): ReportedEvent {
  const rounded = { atMs: Math.round(atMs * 100) / 100, ...rest }
  if (bytes === undefined) return rounded
  const cutBytes = Math.max(bytes.length - mostBytes, 0) + notKept
  const shown = { ...rounded, bytes: Buffer.from(bytes.subarray(0, mostBytes)).toString('base64') }
  return cutBytes > 0 ? { ...shown, cutBytes } : shown
}

export function reportProgram(program: ProgramFacts | null): CheckReport['program'] {
  if (program === null) return null
  const { command, exit, stdout, stderr } = program
  const ended = exit ?? { code: null, signal: 'SIGKILL' }
  return {
    command,
    exitCode: ended.code,
    signal: ended.signal,
    stdoutTail: lastLines(stdout),
    stderrTail: lastLines(stderr),
  }
}

const lastLines = (text: string) => text.trimEnd().split('\n').slice(-tailLines).join('\n').slice(-4000)
