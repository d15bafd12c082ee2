import { readFileSync, readdirSync } from 'node:fs'
import { relatives } from './family.ts'
import { processorTimeMs } from './processes.ts'

const pageBytes = 4096

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

/** The memory that a program and what came of it have in use; null where `/proc` does not tell. */
export function residentBytes(leader: number): number | null {
  const pages = relatives(leader).map((pid) => Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0))
  return pages.length === 0 ? null : sum(pages) * pageBytes
}

/** What a program and its children wanted of the processor so far, in ms: what they got, and what they waited for. */
export function processorDemand(
  leader: number,
): { readonly usedMs: number; readonly waitedMs: number } | null {
  const pids = relatives(leader)
  const used = pids.map((pid) => processorTimeMs(pid) ?? 0)
  return pids.length === 0
    ? null
    : { usedMs: sum(used), waitedMs: sum(pids.flatMap(threadsOf).map(waitedMs)) }
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`)
  } catch {
    return []
  }
}

// Time spent ready to run without a processor, in ns (Documentation/scheduler/sched-stats).
const waitedMs = (thread: string) => Number(read(`${thread}/schedstat`).split(' ')[1] ?? 0) / 1e6
