import type { Call } from './call.ts'
import { Turns } from './turns.ts'
import { Patience } from './waiting.ts'
import type { Wire } from './wire.ts'

/** A send with a timeout may leave this much in user space beyond the kernel's buffer. */
const PIECE_BYTES = 64 * 1024

/** The sending half of a connection: calls go out whole and in the order they were made, awaited or not. */
export class Writer {
  readonly #wire: Wire
  readonly #turns = new Turns()
  #drained: Promise<void> = Promise.resolve()
  #finished = false
  #broken = false

  constructor(wire: Wire) {
    this.#wire = wire
  }

  /** Without a timeout all bytes; with one and `short`, what the kernel takes at once, as send(2) on such a socket. */
  send(call: Call, bytes: Buffer, timeoutMs: number | null, short: boolean): Promise<number> {
    if (this.#finished) throw call.error('EPIPE', 'you ended sending with shutdown()')
    const patience = new Patience(call, timeoutMs)
    return this.#turns.take(patience, () => this.#pieces(call, bytes, patience, short && timeoutMs !== null))
  }

  get finished(): boolean {
    return this.#finished
  }

  /** Sends FIN after everything that was sent before. */
  finish(call: Call): Promise<void> {
    if (this.#finished) return Promise.resolve()
    this.#finished = true
    return this.#turns.take(new Patience(call, null), async () => {
      await this.drained
      if (this.#broken || this.#wire.destroyed) throw call.error('ENOTCONN', 'the connection is gone')
      await new Promise<void>((resolve, reject) => {
        this.#wire.end((error?: Error | null) => (error ? reject(error) : resolve()))
      })
    })
  }

  /** When no call is sending any more. */
  idle(): Promise<void> {
    return this.#turns.over()
  }

  /** When the kernel has taken the last piece, or never will. */
  get drained(): Promise<void> {
    return this.#drained.catch(() => undefined)
  }

  async #pieces(call: Call, bytes: Buffer, patience: Patience, short: boolean): Promise<number> {
    let sent = 0
    while (sent < bytes.length) {
      if (this.#broken || this.#wire.destroyed) throw call.error('EPIPE', 'the peer takes no more bytes')
      if (this.#wire.writableLength > 0) {
        call.waits()
        await patience.until(this.#drained)
      }
      const piece = bytes.subarray(sent, sent + PIECE_BYTES)
      const atOnce = this.#put(piece)
      sent += piece.length
      if (atOnce) await this.#drained
      else if (short) break
      else {
        call.waits()
        await patience.until(this.#drained)
      }
    }
    call.note({ bytes: sent, result: `${sent} of ${bytes.length} bytes` })
    return sent
  }

  /** Whether the kernel took the piece at once. */
  #put(piece: Buffer): boolean {
    this.#drained = new Promise((resolve, reject) => {
      this.#wire.write(piece, (error) => {
        if (!error) return resolve()
        this.#broken = true
        reject(error)
      })
    })
    this.#drained.catch(() => undefined)
    return this.#wire.writableLength === 0
  }
}
