import type { Call } from './call.ts'
import { WaitingLine } from './waiting.ts'
import type { Receiver } from './wire.ts'

const NOTHING = Buffer.alloc(0)

/** The receiving half of a connection. Order, as in the kernel: bytes, then one error if there is one, then the end. */
export class Reader implements Receiver {
  #leftover: Buffer = NOTHING
  #error: Error | undefined
  #ended = false
  readonly #line = new WaitingLine(
    () => this.#leftover.length > 0 || this.#error !== undefined || this.#ended,
  )

  /** Whether close() would lose bytes that have left the kernel. */
  get unread(): boolean {
    return this.#leftover.length > 0
  }

  get finished(): boolean {
    return this.#ended
  }

  async recv(call: Call, max: number, timeoutMs: number | null, listen: () => void): Promise<Buffer> {
    if (max === 0) return NOTHING
    return this.#line.turn(call, timeoutMs, (served) => this.#take(served, max), listen)
  }

  heard(bytes: Buffer): boolean {
    this.#leftover = this.unread ? Buffer.concat([this.#leftover, bytes]) : bytes
    this.#line.serve()
    return this.#line.length > 0
  }

  ended(): void {
    this.#ended = true
    this.#line.serve()
  }

  failed(error: Error): void {
    if (!this.#ended) this.#error = error
    this.ended()
  }

  dismiss(error: (call: Call) => Error): void {
    this.#line.dismiss(error)
  }

  #take(call: Call, max: number): Buffer {
    if (!this.unread && this.#error) {
      const error = call.own(this.#error)
      this.#error = undefined
      throw error
    }
    const bytes = this.#leftover.subarray(0, max)
    this.#leftover = this.#leftover.subarray(bytes.length)
    const result = bytes.length > 0 ? `${bytes.length} bytes` : 'the peer has finished sending'
    call.note({ bytes: bytes.length, result })
    return bytes
  }
}
