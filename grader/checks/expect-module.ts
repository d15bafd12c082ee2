import { SendWalk, type Send } from '../model/sends.ts'
import type { ModuleExpectation, Outcome } from '../model/expectation-module.ts'
import { Broken } from './broken.ts'
import { whileMoreComes } from './keep-coming.ts'
import type { ModuleCall } from './module-call.ts'
import type { Arrival } from './module-arrival.ts'
import { nothingMoreMs, quietMs } from './times.ts'

export type ModuleCallExpectations = {
  /** All data is sent, once and in order, and the function returns. Calls with no bytes do no harm. */
  toSendAll(): Promise<void>
  /** The same, except that it may take for sent what it only offered: it goes on to the end of the data. */
  toGoOn(): Promise<void>
  /** The error of send() reaches the caller, as it is or as another one. */
  toRaise(): Promise<void>
}

export type ArrivalExpectations = {
  /** The reader gets every byte, once and in order, although send() was short. */
  toArrive(): Promise<void>
}

type Why = Extract<ModuleExpectation, { kind: 'sends' }>['why']

/** Mistakes in the code, as opposed to a report of what send() said. */
const bugs = /^(Type|Reference|Range|Syntax|Name|UnboundLocal|Attribute|Index|Key|Assertion|Import)Error$/

export function expectModuleCall(call: ModuleCall): ModuleCallExpectations {
  const { program, name, data, text } = call
  const { recorder } = program
  const settled = () => call.outcome !== null || call.endless || program.exit !== null

  async function follow(walk: SendWalk): Promise<void> {
    let seen = 0
    const step = () => {
      for (const send of call.sends.slice(seen)) walk.step(send)
      seen = call.sends.length
    }
    const over = () => {
      step()
      return walk.misstep !== null || settled()
    }
    await whileMoreComes(recorder, () => call.sends.length, over)
    // It may go on behind the back of its caller.
    for (let before = -1; before < seen && stillAtWork(call.outcome) && !walk.done && !call.endless;) {
      before = seen
      await recorder.window(
        nothingMoreMs,
        () => (over(), seen > before || walk.misstep !== null ? true : undefined),
      )
    }
  }

  function why(walk: SendWalk): Why | null {
    if (walk.misstep !== null) return walk.misstep
    if (call.endless) return 'endless'
    if (call.outcome === null) return 'silence'
    if (call.outcome.kind === 'raised') return 'raised'
    return walk.done ? null : 'stopped'
  }

  async function sendAll(assuming: boolean): Promise<void> {
    const walk = new SendWalk(data, assuming)
    await follow(walk)
    const wrong = why(walk)
    if (wrong === null) return
    recorder.record('grader', 'deadline')
    const { at, before, astray } = walk
    // Who loops, and stops when everything was offered, believes that it was taken.
    const offeredAll = !assuming && before.from + before.offered === data.length
    const common = { name, data, text, sends: told(call.sends), outcome: call.outcome }
    const named = wrong === 'stopped' && offeredAll ? 'assumed' : wrong
    throw new Broken({ kind: 'sends', ...common, at, before, astray, why: named })
  }

  return {
    toSendAll: () => sendAll(false),
    toGoOn: () => sendAll(true),

    async toRaise() {
      await whileMoreComes(recorder, () => call.sends.length, settled)
      const { outcome, endless } = call
      if (outcome?.kind === 'raised') {
        const failed = call.sends.some(({ took }) => took === null)
        if (failed && (outcome.broken || !bugs.test(outcome.type))) return
      }
      recorder.record('grader', 'deadline')
      const ending = endless ? 'endless' : (outcome?.kind ?? 'silence')
      throw new Broken({ kind: 'raise', name, data, text, sends: told(call.sends), outcome, why: ending })
    },
  }
}

const stillAtWork = (outcome: Outcome | null): boolean => outcome?.kind === 'returned' && outcome.waiting > 0

/** The calls that a message can be about: the first ones and the last. */
const told = (sends: readonly Send[]): Send[] =>
  sends.length <= 40 ? [...sends] : [...sends.slice(0, 20), ...sends.slice(-20)]

export function expectArrival(arrival: Arrival): ArrivalExpectations {
  const { program, name, stream, bulk } = arrival
  const { recorder } = program
  return {
    async toArrive() {
      await whileMoreComes(
        recorder,
        () => bulk.arrived,
        () => bulk.settled || stream.over !== null,
      )
      const { total, arrived, wrong } = bulk
      if (arrived < total) recorder.record('grader', 'deadline')
      // How it ended comes over another connection.
      await recorder.until(quietMs, () => arrival.outcome ?? program.exit ?? undefined)
      if (arrived === total) return
      const why = wrong.length > 0 ? bulk.fault : (stream.over ?? 'silence')
      const want = bulk.excerpt(arrived)
      const { outcome } = arrival
      throw new Broken({ kind: 'arrival', name, total, arrived, want, got: wrong, why, outcome })
    },
  }
}
