import { types } from 'node:util'
import type { Address } from './address.ts'
import { errnoOf, explain, SocketError } from './errors.ts'
import { trace, type TraceLine } from './trace.ts'

/** What is known about a call beside its name; it grows while the call runs and ends up in the trace. */
export type Facts = { address?: Address; bytes?: number; accepted?: number; result?: string }

export type Callee = (...args: never[]) => unknown

/** An error of which only the place is known: made at the call, since later the caller is no longer on the stack. */
function blankError(name: string, callee: Callee | undefined): SocketError {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  const error = new SocketError(name, '', '')
  Error.stackTraceLimit = limit
  Error.captureStackTrace(error, callee)
  return error
}

/** One call of a student's program: remembers the line it was made on, so that errors point there. */
export class Call {
  readonly name: string
  readonly #socket: number
  readonly #callee: Callee | undefined
  #blank: SocketError | undefined
  #facts: Facts = {}

  /** `callee` is the public method: its frame and those below it are left out of error stacks. */
  constructor(socket: number, name: string, callee: Callee | undefined) {
    this.name = name
    this.#socket = socket
    this.#callee = callee
    this.#blank = blankError(name, callee)
  }

  note(facts: Facts): void {
    if (trace) this.#facts = { ...this.#facts, ...facts }
  }

  /** Tells the trace that the call did not return at once. */
  waits(): void {
    this.#trace({ waits: true })
  }

  returned(): void {
    this.#trace({})
  }

  /** The call's first error is the one prepared when it was made. */
  error(code: string, sentence: string): SocketError {
    const error = this.#blank
    if (!error) return new SocketError(this.name, code, sentence)
    this.#blank = undefined
    return Object.assign(error, { message: `${this.name}: ${code}: ${sentence}`, code, errno: errnoOf(code) })
  }

  /** For arguments, which are looked at before anything else happens. */
  typeError(sentence: string): TypeError {
    return this.#here(new TypeError(`${this.name}: ${sentence}`))
  }

  rangeError(sentence: string): RangeError {
    return this.#here(new RangeError(`${this.name}: ${sentence}`))
  }

  /** Makes Node's error ours, unless it already is. */
  failed(cause: unknown): Error {
    const error = this.own(cause)
    this.#trace({ error: error instanceof SocketError ? error.code : error.name })
    return error
  }

  /** Node's error as an error of this call. */
  own(cause: unknown): Error {
    if (cause instanceof SocketError && cause.syscall === this.name) return cause
    if (!types.isNativeError(cause)) return this.error('EIO', String(cause))
    if (cause instanceof SocketError) {
      return this.error(cause.code, cause.message.replace(`${cause.syscall}: ${cause.code}: `, ''))
    }
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
    return code === undefined ? cause : this.error(code, explain(code, cause.message))
  }

  #here<E extends Error>(error: E): E {
    Error.captureStackTrace(error, this.#callee)
    return error
  }

  #trace(outcome: Partial<TraceLine>): void {
    if (!trace) return
    const { result, ...known } = this.#facts
    const text = result === undefined || outcome.waits || outcome.error ? {} : { result }
    trace({ socket: this.#socket, call: this.name, ...known, ...text, ...outcome })
  }
}
