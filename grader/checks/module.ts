import type { Unfit } from '../model/expectation-module.ts'
import { Bulk } from '../harness/bulk.ts'
import type { Program } from '../harness/program.ts'
import type { ReferenceServer } from '../harness/reference-server.ts'
import { Stream } from '../harness/stream.ts'
import type { RunnerLink } from '../harness/runner-link.ts'
import { Broken } from './broken.ts'
import { ModuleCall, type SendScript } from './module-call.ts'
import { outcomeFrom, unfitFrom } from './module-messages.ts'
import { Arrival } from './module-arrival.ts'
import type { Payloads } from './payload.ts'
import type { Programs } from './programs.ts'
import { nothingMoreMs, startMs } from './times.ts'

/** A prime: no buffer of this length gets lost or comes twice without being noticed. */
const blockBytes = 262_139

/** The student's module, loaded by a runner in a process of its own. */
export class ModuleUnderTest {
  readonly program: Program
  /** What its function is called in its language. */
  readonly name: string
  readonly #link: RunnerLink
  readonly #payloads: Payloads
  readonly #programs: Programs
  readonly #openReader: () => Promise<ReferenceServer>
  #found: 'loaded' | Unfit | null = null
  #call: ModuleCall | Arrival | null = null

  constructor(
    programs: Programs,
    link: RunnerLink,
    payloads: Payloads,
    openReader: () => Promise<ReferenceServer>,
  ) {
    this.program = programs.start([`@${link.port}`, link.token], { typed: [] })
    this.name = programs.exports
    this.#programs = programs
    this.#link = link
    this.#payloads = payloads
    this.#openReader = openReader
    link.onMessage = (message) => this.#hear(message as Record<string, unknown>)
  }

  /** Calls the function with bytes, or with text, and a socket that takes what the script says. */
  async call(data: Uint8Array | string, script: SendScript = {}): Promise<ModuleCall> {
    await this.#comeUp()
    const call = new ModuleCall(this.program, this.name, data, script)
    this.#call = call
    this.#link.tell(call.task)
    return call
  }

  /**
   * Calls it with many bytes and a connection to a reader of ours, which takes nothing yet: send() takes what there is
   * room for.
   */
  async callOverTcp(total: number): Promise<Arrival> {
    await this.#comeUp()
    const block = this.#payloads.letters(blockBytes)
    const reader = await this.#openReader()
    const task = { kind: 'connect', port: reader.port, data: block.toString('base64'), total }
    this.#link.tell(task)
    const { recorder } = this.program
    const stream = await recorder.until(
      startMs,
      () => reader.connections[0] ?? this.program.exit ?? undefined,
    )
    if (stream === undefined) throw new Error('the runner did not connect')
    if (!(stream instanceof Stream)) throw new Broken({ kind: 'module', name: this.name, found: null })
    stream.stopReading()
    const arrival = new Arrival(this.program, this.name, stream, new Bulk(recorder, stream, block, total))
    this.#call = arrival
    return arrival
  }

  async #comeUp(): Promise<void> {
    const { recorder } = this.program
    await recorder.until(startMs, () => this.#found ?? this.program.exit ?? undefined)
    if (this.program.exit !== null) {
      // What it told right before it ended may still be on its way to us.
      await recorder.window(nothingMoreMs, () => this.#found ?? (this.#link.closed || undefined))
      // The runner reaches us before it loads anything.
      if (!this.#link.reached) throw new Error(`the runner did not start: ${this.program.stderrTail(1000)}`)
    }
    if (this.#found === 'loaded') return
    recorder.record('grader', 'deadline')
    throw new Broken({ kind: 'module', name: this.name, found: this.#found })
  }

  #hear(message: Record<string, unknown>): void {
    const { recorder } = this.program
    if (message['kind'] === 'loaded') this.#found ??= 'loaded'
    else if (message['kind'] === 'unfit') this.#found ??= unfitFrom(message)
    else if (message['kind'] === 'send' && this.#call instanceof ModuleCall) this.#call.hear(message)
    else if (this.#call !== null) {
      const outcome = outcomeFrom(message, (trace) => this.#programs.readError(trace))
      if (outcome !== null) this.#call.end(outcome, message)
    }
    recorder.wake()
  }
}
