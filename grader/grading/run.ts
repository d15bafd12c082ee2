import { availableParallelism } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { mkdirSync } from 'node:fs'
import type { Assignment } from '../model/target.ts'
import { collect, collectOne } from './collect.ts'
import type { Job, JobResult, RunOptions } from './job.ts'
import { listen } from './progress.ts'

type Project = { readonly assignment: Assignment; readonly jobs: Map<string, Job> }

/**
 * Grades jobs in one run of Jest: a Jest project for each set of jobs that are of different exercises. `onResult` is
 * told of a job after each of its checks and once more when it is finished.
 */
export async function runJobs(
  jobs: readonly Job[],
  options: RunOptions,
  scratch: string,
  onResult: (result: JobResult) => void,
): Promise<JobResult[]> {
  if (jobs.length === 0) return []
  const projects = group(jobs, options, scratch)
  const jobOf = (assignment: Assignment, file: string) => {
    const project = projects.find(({ assignment: { evidence } }) => evidence === assignment.evidence)
    return project?.jobs.get(basename(dirname(file)))
  }
  const partial = new Map<Job, JobResult>()
  listen({
    check({ assignment, file, check }) {
      const job = jobOf(assignment, file)
      if (job === undefined) return
      const checks = [...(partial.get(job)?.checks ?? []), collectOne(job, assignment.evidence, check)]
      const result = { job, checks, finished: false }
      partial.set(job, result)
      onResult(result)
    },
    file(assignment, file) {
      const job = jobOf(assignment, file)
      if (job !== undefined) onResult({ job, checks: collect(job, assignment.evidence), finished: true })
    },
  })
  const failure = await runJest(projects, options)
  return projects.flatMap(({ assignment, jobs: own }) =>
    [...own.values()].map((job) => ({
      job,
      checks: collect(job, assignment.evidence, failure),
      finished: true,
    })),
  )
}

function group(jobs: readonly Job[], { seed, ports, submission }: RunOptions, scratch: string): Project[] {
  const sets: Map<string, Job>[] = []
  for (const job of jobs) {
    const set = sets.find((each) => !each.has(job.target.slug)) ?? new Map<string, Job>()
    if (set.size === 0) sets.push(set)
    set.set(job.target.slug, job)
  }
  return sets.map((set, i) => {
    const [home, evidence] = [join(scratch, `programs-${i}`), join(scratch, `evidence-${i}`)]
    for (const folder of [home, evidence]) mkdirSync(folder, { recursive: true, mode: 0o700 })
    const targets = Object.fromEntries([...set].map(([slug, { target }]) => [slug, target]))
    return { assignment: { targets, evidence, scratch: home, seed, submission, ports }, jobs: set }
  })
}

async function runJest(projects: readonly Project[], { root, workers }: RunOptions): Promise<string> {
  const { runCLI } = await import('@jest/core')
  const count = projects.reduce((sum, { jobs }) => sum + jobs.size, 0)
  const config = {
    reporters: [[join(root, 'dist', 'progress.cjs'), {}]],
    projects: projects.map((project, i) => jestProject(project, root, i)),
    // Without a limit Jest may decide to run short files one after the other in this process.
    ...(count > 1 ? { workerIdleMemoryLimit: '1GB' } : {}),
  }
  const maxWorkers = workers ?? Math.max(2, availableParallelism())
  const argv = {
    $0: '',
    _: [],
    config: JSON.stringify(config),
    silent: true,
    ci: true,
    watchman: false,
    maxWorkers,
  }
  const { results } = await runCLI(argv as unknown as Parameters<typeof runCLI>[0], [root])
  return results.testResults
    .flatMap(({ testExecError, failureMessage }) => (testExecError ? (failureMessage ?? []) : []))
    .join('\n')
}

function jestProject({ assignment, jobs }: Project, root: string, i: number) {
  const files = [...jobs.values()].map(({ exercise }) => join(exercise.folder, 'checks.test.ts'))
  return {
    displayName: `submission ${i}`,
    rootDir: join(root, 'exercises'),
    roots: [...jobs.values()].map(({ exercise }) => exercise.folder),
    testMatch: files,
    transform: { '\\.ts$': join(root, 'dist', 'transform.cjs') },
    moduleNameMapper: { '^#grader$': join(root, 'dist', 'grader.cjs') },
    cacheDirectory: join(root, '.cache', 'jest'),
    globals: { doorway: assignment },
  }
}
