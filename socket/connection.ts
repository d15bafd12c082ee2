import type { Socket } from 'node:net'
import type { Address } from './address.ts'
import type { Call } from './call.ts'
import { Reader } from './reader.ts'
import { Wire } from './wire.ts'
import { Writer } from './writer.ts'

/** Options that belong to a connection; a listening socket hands its own on, as the kernel does. */
export type ConnectionOptions = { noDelay?: boolean; keepAlive?: boolean }

/** An established connection. */
export class Connection {
  readonly local: Address
  readonly peer: Address
  readonly #wire: Wire
  readonly #reader: Reader
  readonly #writer: Writer

  constructor(wire: Wire, reader: Reader, local: Address, peer: Address) {
    this.#wire = wire
    this.#reader = reader
    this.#writer = new Writer(wire)
    this.local = local
    this.peer = peer
  }

  /** The addresses are read first: a connection that has been reset meanwhile has none. */
  static accepted(socket: Socket, local: Address, peer: Address): Connection {
    const reader = new Reader()
    return new Connection(Wire.takeOver(socket, reader), reader, local, peer)
  }

  recv(call: Call, max: number, timeoutMs: number | null): Promise<Buffer> {
    return this.#reader.recv(call, max, timeoutMs, () => this.#wire.resume())
  }

  send(call: Call, bytes: Buffer, timeoutMs: number | null, short: boolean): Promise<number> {
    return this.#writer.send(call, bytes, timeoutMs, short)
  }

  async shutdown(call: Call, directions: { receiving: boolean; sending: boolean }): Promise<void> {
    if (this.#writer.finished && this.#reader.finished)
      throw call.error('ENOTCONN', 'both sides have finished')
    if (directions.receiving) this.#reader.ended()
    if (directions.sending) await this.#writer.finish(call)
  }

  set({ noDelay, keepAlive }: ConnectionOptions): void {
    if (noDelay !== undefined) this.#wire.setNoDelay(noDelay)
    if (keepAlive !== undefined) this.#wire.setKeepAlive(keepAlive)
  }

  stopReceiving(): void {
    this.#reader.dismiss((call) => call.error('EBADF', 'this socket was closed while the call waited'))
  }

  async close(): Promise<void> {
    await this.#writer.idle()
    const hungUp = this.#writer.drained.then(() => this.#wire.hangUp(this.#reader.unread))
    // What a timed-out send left behind goes out in the background, as it would from the kernel's buffer.
    if (this.#wire.writableLength === 0) await hungUp
  }
}
