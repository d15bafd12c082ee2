import type { Call } from './call.ts'

/** Waits for events on behalf of one call, until the socket's timeout has passed. */
export class Patience {
  readonly #call: Call
  readonly #timeoutMs: number | null
  readonly #startMs = performance.now()

  constructor(call: Call, timeoutMs: number | null) {
    this.#call = call
    this.#timeoutMs = timeoutMs
  }

  until<T>(event: Promise<T>): Promise<T> {
    const timeoutMs = this.#timeoutMs
    if (timeoutMs === null) return event
    return new Promise((resolve, reject) => {
      const late = () => reject(tooLate(this.#call, timeoutMs))
      const timer = setTimeout(late, Math.max(0, this.#startMs + timeoutMs - performance.now()))
      event.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  }
}

function tooLate(call: Call, timeoutMs: number) {
  return call.error('ETIMEDOUT', `nothing happened within the ${timeoutMs} ms of settimeout()`)
}

type Waiting = { call: Call; serve: () => void; refuse: (error: Error) => void }

/** Calls that wait for the same thing (a connection, bytes, a datagram), served in the order they came. */
export class WaitingLine {
  readonly #line: Waiting[] = []
  readonly #ready: () => boolean

  constructor(ready: () => boolean) {
    this.#ready = ready
  }

  get length(): number {
    return this.#line.length
  }

  /** Takes at once what is there, or joins the line; `idle` is called when there is reason to wait. */
  async turn<T>(
    call: Call,
    timeoutMs: number | null,
    take: (call: Call) => T,
    idle?: () => void,
  ): Promise<T> {
    if (this.#line.length === 0 && this.#ready()) return take(call)
    call.waits()
    const turn = this.#join(call, timeoutMs, take)
    idle?.()
    return turn
  }

  /** Serves whoever waits, as long as there is something to give. */
  serve(): void {
    while (this.#line.length > 0 && this.#ready()) this.#line.shift()?.serve()
  }

  /** Sends everybody away. */
  dismiss(error: (call: Call) => Error): void {
    for (const { call, refuse } of this.#line.splice(0)) refuse(error(call))
  }

  #join<T>(call: Call, timeoutMs: number | null, take: (call: Call) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#line.splice(this.#line.indexOf(waiting), 1)
        reject(tooLate(call, timeoutMs ?? 0))
      }
      const timer = timeoutMs === null ? undefined : setTimeout(leave, timeoutMs)
      const waiting: Waiting = {
        call,
        serve: () => {
          clearTimeout(timer)
          try {
            resolve(take(call))
          } catch (error) {
            reject(error as Error)
          }
        },
        refuse: (error) => {
          clearTimeout(timer)
          reject(error)
        },
      }
      this.#line.push(waiting)
    })
  }
}
