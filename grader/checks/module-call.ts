import type { Outcome } from '../model/expectation-module.ts'
import type { Send } from '../model/sends.ts'
import type { Program } from '../harness/program.ts'
import { bytesIn, numberIn } from './module-messages.ts'

/** What the socket does at each call; once the script is over, it takes everything. */
export type SendScript = {
  /** How much it takes: so many bytes, or, below 1, such a share of what it is offered. */
  readonly takes?: readonly number[]
  /** From this call on, counted from 1, every one fails with EPIPE. */
  readonly breaksAt?: number
}

/** Calls that take nothing, or after an error: more of them in a row lead nowhere. */
const mostIdle = 20
/** As many calls that were not awaited stand in a loop that lets nothing else happen. */
const mostWaiting = 100

/** One call of the function, with a socket that does what a script says. */
export class ModuleCall {
  readonly program: Program
  readonly name: string
  readonly data: Buffer
  readonly text: boolean
  readonly sends: Send[] = []
  outcome: Outcome | null = null
  /** It calls send() again and again, and that is answered no more. */
  endless = false
  readonly #script: SendScript
  #idle = 0

  constructor(program: Program, name: string, data: Uint8Array | string, script: SendScript) {
    this.program = program
    this.name = name
    this.data = Buffer.from(data)
    this.text = typeof data === 'string'
    this.#script = script
    program.recorder.record('grader', 'call', { call: name, bytes: this.data })
  }

  /** What the runner is told: it plays the script by itself, since a question for each call would take long. */
  get task(): object {
    const { takes = [], breaksAt = 0 } = this.#script
    return { kind: 'call', data: this.data.toString('base64'), text: this.text, takes, breaksAt }
  }

  /** The function has called send(). */
  hear(message: { readonly [name: string]: unknown }): void {
    const [bytes, waiting] = [bytesIn(message['bytes']), numberIn(message['waiting'])]
    const took = message['took'] === null ? null : numberIn(message['took'])
    this.sends.push({ bytes, took, waiting })
    const result = took === null ? { error: 'EPIPE' } : { result: `${took} of ${bytes.length} bytes` }
    this.program.recorder.record('program', 'call', { call: 'send', bytes, ...result })
    this.#idle = took === null || took === 0 ? this.#idle + 1 : 0
    this.endless ||= this.#idle > mostIdle || waiting >= mostWaiting
  }

  end(outcome: Outcome): void {
    this.outcome ??= outcome
    const result =
      outcome.kind === 'returned' ? { result: 'returned' } : { error: outcome.error?.type ?? 'error' }
    this.program.recorder.record('program', 'call', { call: this.name, ...result })
  }
}
