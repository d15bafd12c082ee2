import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { within } from './deadline.ts'

type Answer = { id: number; value?: unknown; error?: string }
export type Outcome = { value: unknown; error?: undefined } | { value?: undefined; error: string }

/** A driver process: makes the socket calls it is told to make, and says what they returned. */
export class Program {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, (outcome: Outcome) => void>()
  readonly #gone: Promise<never>
  #calls = 0

  constructor(command: string, args: string[]) {
    this.#child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#gone = new Promise((_, reject) => {
      this.#child.once('error', () => reject(new Error(`${command} cannot be started; is it installed?`)))
      this.#child.once('exit', (code, signal) => reject(new Error(`${command} ended: ${code ?? signal}`)))
    })
    this.#gone.catch(() => undefined)
    this.#child.stdin?.on('error', () => undefined)
    createInterface(this.#child.stdout!).on('line', (line) => {
      const { id, value, error } = JSON.parse(line) as Answer
      this.#waiting.get(id)?.(error === undefined ? { value } : { error })
    })
  }

  /** Starts a call; the promise is its outcome. The program takes up the calls in the order of this. */
  begin(on: string, call: string, ...args: unknown[]): Promise<Outcome> {
    const id = ++this.#calls
    const outcome = new Promise<Outcome>((resolve) => this.#waiting.set(id, resolve))
    this.#child.stdin?.write(`${JSON.stringify({ id, on, call, args })}\n`)
    return within(`${on}.${call}`, Promise.race([outcome, this.#gone]))
  }

  async end(): Promise<void> {
    this.#child.kill('SIGKILL')
    await within('exit', this.#gone).catch(() => undefined)
  }
}
