import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkReport, type CheckReport } from '../model/report.ts'
import type { Job } from './job.ts'

/** The evidence of a whole job; a declared check without evidence is the grader's own fault. */
export function collect(job: Job, evidence: string, failure = ''): CheckReport[] {
  return Object.keys(job.exercise.declaration.checks).map((id) => collectOne(job, evidence, id, failure))
}

export function collectOne(
  { exercise, target }: Job,
  evidence: string,
  id: string,
  failure = '',
): CheckReport {
  const { title = id, points = 0 } = exercise.declaration.checks[id] ?? {}
  const path = join(evidence, target.slug, `${id}.json`)
  const why = failure || 'it left no evidence'
  try {
    if (existsSync(path)) return checkReport.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    return graderError(id, title, points, String(error))
  }
  return graderError(id, title, points, why)
}

function graderError(id: string, title: string, points: number, why: string): CheckReport {
  return {
    id,
    title,
    points,
    score: 0,
    durationMs: 0,
    verdict: 'grader-error',
    symptom: null,
    message: `The grader itself failed: ${why}`,
    expected: '',
    actual: '',
    hint: 'Tell the course staff; no points are lost.',
    reproduce: '',
    transcript: [],
    program: null,
  }
}
