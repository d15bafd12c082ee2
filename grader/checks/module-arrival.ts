import type { Outcome } from '../model/expectation-module.ts'
import type { Bulk } from '../harness/bulk.ts'
import type { Program } from '../harness/program.ts'
import type { Stream } from '../harness/stream.ts'
import { numberIn } from './module-messages.ts'

/** One call of the function with a real connection, seen by the reader at its other end. */
export class Arrival {
  readonly program: Program
  readonly name: string
  readonly stream: Stream
  readonly bulk: Bulk
  outcome: Outcome | null = null
  /** How many calls of send() took less than they were offered, as far as the runner tells. */
  short = 0

  constructor(program: Program, name: string, stream: Stream, bulk: Bulk) {
    this.program = program
    this.name = name
    this.stream = stream
    this.bulk = bulk
  }

  end(outcome: Outcome, message: { readonly [name: string]: unknown }): void {
    this.outcome ??= outcome
    this.short = numberIn(message['short'])
  }

  /** The reader takes what has come, and what comes. */
  readOn(): void {
    this.stream.readOn()
  }
}
