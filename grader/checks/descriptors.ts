import type { Crowd } from '../model/expectation.ts'
import { openDescriptors } from '../harness/descriptors.ts'
import type { Program } from '../harness/program.ts'
import { Broken } from './broken.ts'
import { aftermathMs, endMs } from './times.ts'

/** A visit names each of its clients with `next()`. */
type Visit = (next: () => string) => Promise<void>

/** What a program may hold more than before, such as connections that it is just closing. */
const most = 10
/** Of one crowd: the last of it may still be there. */
const late = 2
const looks = 20
/** CPython collects cycles only after some hundred objects. */
const moreClients = 50
/** On a machine that is too busy for whole crowds: enough of each to be noticed. */
const fewest = most + 2
const crowdMs = 5000

/** How many descriptors a program holds open, crowd of clients by crowd of clients. */
export class Descriptors {
  readonly #program: Program
  /** Null where they cannot be counted. */
  readonly before: number | null
  readonly #crowds: Crowd[] = []
  #clients = 0
  #last = 0

  constructor(program: Program) {
    this.#program = program
    this.before = openDescriptors(program.pid)
  }

  /** Visits one after the other, all of the same conduct. */
  async crowd(visits: number, did: string, visit: Visit): Promise<void> {
    const before = this.#more()
    const known = this.#clients
    const { recorder } = this.#program
    const tiredMs = recorder.nowMs() + crowdMs
    for (let i = 0; i < visits && (i < fewest || recorder.nowMs() < tiredMs); i++) await visit(this.#next)
    const settled = () => this.#more() - before <= late
    for (let look = 0; look < looks && !settled(); look++)
      await recorder.window(aftermathMs / looks, () => undefined)
    this.#crowds.push({ did, clients: this.#clients - known, left: this.#more() - before })
  }

  /** Waits until they are closed; a garbage collector that is to close them needs a program that has work. */
  async settle(visit: Visit): Promise<void> {
    const { recorder } = this.#program
    const closed = () => (this.#more() <= most ? true : undefined)
    const tiredMs = recorder.nowMs() + crowdMs
    for (let i = 0; i < moreClients && !closed() && recorder.nowMs() < tiredMs; i++) await visit(this.#next)
    for (let look = 0; look < looks; look++) {
      if (await recorder.until(endMs / looks, closed)) return
    }
    recorder.record('grader', 'deadline')
    const before = this.before ?? 0
    throw new Broken({ kind: 'descriptors', before, crowds: this.#crowds })
  }

  #more(): number {
    if (this.before === null) return 0
    // Of a program that has just ended nothing is told, and that is no proof that it had closed anything.
    const now = openDescriptors(this.#program.pid)
    if (now !== null) this.#last = now - this.before
    return this.#last
  }

  #next = () => `client ${++this.#clients}`
}

export type DescriptorExpectations = {
  /** At most 10 more are open than before all crowds, after 2 s and some more clients at the latest. */
  toBeClosed(visit: Visit): Promise<void>
}

export const expectDescriptors = (open: Descriptors): DescriptorExpectations => ({
  toBeClosed: (visit) => open.settle(visit),
})
