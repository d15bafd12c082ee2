import { Call, type Callee } from './call.ts'
import { causedByPeer, SocketError } from './errors.ts'
import { trace } from './trace.ts'

let sockets = 0

/** What every socket has: its number in the trace, its timeout, and whether it is closed. */
export class Calls {
  readonly socket = ++sockets
  timeoutMs: number | null = null
  closed = false
  readonly #methods: Record<string, Callee>

  /** `methods` is the prototype of the public class. */
  constructor(methods: object) {
    this.#methods = methods as Record<string, Callee>
  }

  /** Tells the trace what kind of socket this is. */
  made(kind: string): void {
    if (!trace) return
    const call = this.#call('socket')
    call.note({ result: kind })
    call.returned()
  }

  /** Runs a call that returns at once. */
  now<T>(name: string, body: (call: Call) => T): T {
    const call = this.#call(name)
    try {
      this.#refuseIfClosed(call)
      const value = body(call)
      call.returned()
      return value
    } catch (error) {
      throw call.failed(error)
    }
  }

  /** Runs a call that may have to wait; its first steps happen before this returns. */
  later<T>(name: string, body: (call: Call) => Promise<T>, callee?: Callee): Promise<T> {
    return this.#run(this.#call(name, callee), body)
  }

  /**
   * Like later(), for calls that students may leave un-awaited. What the peer did wrong then fails quietly, since the
   * next call on the socket tells it again and a client that leaves must not end a server that has others to serve.
   * Mistakes in the program itself still end it as an unhandled rejection: nobody would see them otherwise.
   */
  sending<T>(name: string, body: (call: Call) => Promise<T>): Promise<T> {
    const running = this.#run(this.#call(name), body)
    const outcome = new Promise<T>((resolve, reject) => {
      running.then(resolve, (error: unknown) => {
        if (error instanceof SocketError && causedByPeer.has(error.code)) outcome.catch(() => undefined)
        reject(error)
      })
    })
    return outcome
  }

  async #run<T>(call: Call, body: (call: Call) => Promise<T>): Promise<T> {
    try {
      this.#refuseIfClosed(call)
      const value = await body(call)
      call.returned()
      return value
    } catch (error) {
      throw call.failed(error)
    }
  }

  #call(name: string, callee = this.#methods[name]): Call {
    return new Call(this.socket, name, callee)
  }

  #refuseIfClosed(call: Call): void {
    if (this.closed) throw call.error('EBADF', 'this socket was closed')
  }
}
