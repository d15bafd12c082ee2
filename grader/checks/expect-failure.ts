import type { Expectation } from '../model/expectation.ts'
import { codeFor, type Misfortune } from '../model/failure.ts'
import { stretched } from '../harness/patience.ts'
import { Broken, Unsettled } from './broken.ts'
import type { Caller } from './caller.ts'
import { hasLineForPeople, hasStackTrace } from './stack-trace.ts'
import { expectNobodyOn } from './stranger.ts'
import { exitMs, startMs } from './times.ts'

export type FailureExpectations = {
  /** It ends with the exit code for what befell it. Its input is ended after 1 s: no reply can come. */
  toReport(of: Misfortune): Promise<void>
  /** It gives up on a silent server with the exit code for that, 0.8 to 3 times `timeoutMs` after its connect(). */
  toTimeOut(timeoutMs: number): Promise<void>
  /**
   * If it ends: nothing on standard output, at least one line on standard error, no stack trace. What a program
   * prints that takes the failure for a success is not judged, unless nobody could.
   */
  toFailCleanly(of: Misfortune): Promise<void>
}

type Why = Extract<Expectation, { kind: 'failure' }>['why']

const inputMs = 1000
const stderrBytes = 64 * 1024
const [earliest, latest, mostHeldUp] = [0.8, 3, 2]

export function expectFailure(caller: Caller): FailureExpectations {
  const { program, server } = caller
  const { recorder } = program
  const ended = () => program.exit ?? undefined
  const said = () => program.stderrTail(stderrBytes)

  /** Waits for its end, which an open input may hold back. */
  async function end(ms: number): Promise<void> {
    if ((await recorder.window(inputMs, ended)) !== undefined) return
    caller.closeInput()
    await recorder.until(ms - inputMs, ended)
  }

  function fail(of: Misfortune, why: Why, timeoutMs: number | null = null, tookMs = 0): never {
    if (of === 'refused') expectNobodyOn(server.port, program)
    recorder.record('grader', 'deadline')
    const traced = hasStackTrace(said())
    throw new Broken({ kind: 'failure', of, why, traced, timeoutMs, tookMs }, program)
  }

  return {
    async toReport(of) {
      await end(of === 'refused' ? startMs : exitMs)
      if (program.exit === null) fail(of, 'silence')
      if (program.exit.code !== codeFor[of]) fail(of, 'code')
    },

    async toTimeOut(timeoutMs) {
      await end(latest * timeoutMs)
      // It can only have taken less than this: from the earliest its connect() may have been to when we saw its end.
      const tookMs = recorder.nowMs() - (server.calledAtMs[0] ?? 0)
      if (program.exit === null) fail('silent', 'silence', timeoutMs)
      if (program.exit.code !== codeFor.silent) fail('silent', 'code', timeoutMs, tookMs)
      if (tookMs >= earliest * timeoutMs) return
      // On a busy machine it may have been held up between looking at its clock and connecting.
      if (tookMs * Math.min(await stretched(1), mostHeldUp) >= earliest * timeoutMs)
        throw new Unsettled('This machine was too busy to take the time of a program.')
      fail('silent', 'early', timeoutMs, tookMs)
    },

    async toFailCleanly(of) {
      await end(startMs)
      if (program.exit === null) return
      if (hasStackTrace(said())) fail(of, 'trace')
      if (program.exit.code === 0 && of !== 'refused') return
      if (program.printed() !== '') fail(of, 'stdout')
      if (!hasLineForPeople(said())) fail(of, 'stderr')
    },
  }
}
