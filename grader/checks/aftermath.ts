import type { Stream } from '../harness/stream.ts'
import type { Program } from '../harness/program.ts'
import { aftermathMs, nothingMoreMs } from './times.ts'

/**
 * An answer was wrong or did not come. What follows is not judged but tells what the program does: more of a wrong
 * answer, or a wait for our FIN. Returns what came in time and why there was no more.
 */
export async function lookWhy(stream: Stream, { recorder }: Program) {
  recorder.record('grader', 'deadline')
  const over = stream.over
  const early = Buffer.from(stream.unread())
  if (over === null && early.length > 0) await recorder.window(nothingMoreMs, () => stream.over ?? undefined)
  if (over === null && early.length === 0) {
    await stream.finish()
    await recorder.until(aftermathMs, () => stream.over ?? undefined)
  }
  const got = early.length === 0 ? early : stream.unread()
  const why: 'end' | 'reset' | 'different' | 'silence' = over ?? (got.length > 0 ? 'different' : 'silence')
  return { got, why }
}
