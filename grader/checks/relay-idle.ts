import { processorDemand } from '../harness/appetite.ts'
import { Broken } from './broken.ts'
import type { Talk } from './relay.ts'

const idleMs = 2000
const mostUsedMs = 500
/** Where many want the processor, one that spins gets little of it: it is watched until it has had enough. */
const longestIdleMs = 12_000
const alwaysReady = 0.8

/** While nobody says anything for 2 s, the program wants almost no processor time. */
export async function staysIdle(talk: Talk): Promise<void> {
  const { program, stream } = talk.client
  const { recorder } = program
  const before = processorDemand(program.pid)
  const startedMs = recorder.nowMs()
  const since = () => {
    const now = processorDemand(program.pid)
    const usedMs = (now?.usedMs ?? 0) - (before?.usedMs ?? 0)
    const readyMs = usedMs + (now?.waitedMs ?? 0) - (before?.waitedMs ?? 0)
    return { usedMs, ready: readyMs / (recorder.nowMs() - startedMs) }
  }
  await recorder.window(idleMs, () => program.exit ?? undefined)
  let seen = since()
  while (
    seen.usedMs < mostUsedMs &&
    seen.ready > alwaysReady &&
    recorder.nowMs() - startedMs < longestIdleMs
  ) {
    await recorder.window(idleMs / 4, () => program.exit ?? undefined)
    seen = since()
  }
  if (seen.usedMs < mostUsedMs) return
  recorder.record('grader', 'deadline')
  const took = Math.round(recorder.nowMs() - startedMs)
  const ended = recorder.events.some(({ event }) => event === 'finish')
  throw new Broken({ kind: 'spin', by: stream.name, usedMs: Math.round(seen.usedMs), idleMs: took, ended })
}
