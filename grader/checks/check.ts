import { basename, dirname } from 'node:path'
import type { ProgramExercise } from '../model/exercise.ts'
import type { CheckReport } from '../model/report.ts'
import type { Assignment, Target } from '../model/target.ts'
import { startKeeper, stopKeeper } from '../harness/keeper.ts'
import { Ports } from '../harness/ports.ts'
import { writeEvidence } from './evidence.ts'
import { blockedBy, runCheck, type Body } from './run.ts'

// Harness deadlines end long before; this one only catches a check that never does.
const jestTimeoutMs = 180_000

/**
 * The `check` function of one exercise: `check('next-client', async (student) => …)` is one Jest test. A misspelt id
 * does not compile. Each check has its own program, port and transcript.
 */
export function checksFor<const Id extends string>(
  exercise: ProgramExercise<Id>,
): (id: Id, body: Body) => void {
  const suite = new Suite(exercise)
  afterAll(() => suite.close())
  return (id, body) => {
    suite.add(id, body)
    test(id, () => suite.result(id), jestTimeoutMs)
  }
}

class Suite {
  readonly #exercise: ProgramExercise
  readonly #assignment: Assignment
  readonly #target: Target
  readonly #ports: Ports
  readonly #bodies = new Map<string, Body>()
  readonly #results = new Map<string, Promise<CheckReport>>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(exercise: ProgramExercise) {
    this.#exercise = exercise
    const slug = basename(dirname(expect.getState().testPath ?? ''))
    this.#assignment = (globalThis as unknown as { doorway: Assignment }).doorway
    const target = this.#assignment.targets[slug]
    if (target === undefined) throw new Error(`nothing to grade for ${slug}`)
    this.#target = target
    this.#ports = new Ports(this.#assignment.ports)
    startKeeper()
  }

  add(id: string, body: Body): void {
    this.#bodies.set(id, body)
  }

  async result(id: string): Promise<void> {
    if (this.#results.size === 0) for (const each of this.#bodies.keys()) this.#start(each)
    const report = await this.#results.get(id)
    if (report?.verdict !== 'pass') throw new Error(`${report?.verdict}: ${report?.message}`)
  }

  close(): Promise<void> {
    this.#ports.close()
    return stopKeeper()
  }

  #start(id: string): void {
    if (this.#results.has(id)) return
    const needs = this.#exercise.checks[id]?.needs ?? []
    const report = this.#run(id, needs).then((result) => {
      writeEvidence(this.#assignment.evidence, this.#target.slug, result)
      return result
    })
    this.#results.set(id, report)
  }

  // A check starts when those it needs have passed; all that need the same ones overlap.
  async #run(id: string, needs: readonly string[]): Promise<CheckReport> {
    const blocked = blockedBy(this.#exercise, id, await this.#all(needs))
    if (blocked !== null) return blocked
    return this.#inTurn(() =>
      runCheck(this.#exercise, id, this.#body(id), this.#target, this.#assignment, this.#ports),
    )
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    if (this.#exercise.overlap !== false) return run()
    const result = this.#turn.then(run)
    this.#turn = result.catch(() => {})
    return result
  }

  #all(ids: readonly string[]): Promise<CheckReport[]> {
    return Promise.all(
      ids.map((id) => {
        this.#start(id)
        return this.#results.get(id) as Promise<CheckReport>
      }),
    )
  }

  #body(id: string): Body {
    const body = this.#bodies.get(id)
    if (body === undefined) throw new Error(`the check ${id} has no body`)
    return body
  }
}
