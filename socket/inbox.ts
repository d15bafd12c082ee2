import type { Address } from './address.ts'
import type { Call } from './call.ts'
import { WaitingLine } from './waiting.ts'

/** Linux's default receive buffer, net.core.rmem_default. */
const CAPACITY_BYTES = 212_992
/** What an empty datagram costs the kernel's buffer, so that empty ones are limited as well. */
const OVERHEAD_BYTES = 768

type Datagram = { bytes: Buffer; from: Address }

/** Datagrams that have arrived and wait to be received; those that find it full are lost, as in the kernel. */
export class Inbox {
  capacityBytes = CAPACITY_BYTES
  dropped = 0
  readonly #datagrams: Datagram[] = []
  #usedBytes = 0
  #error: Error | undefined
  readonly #line = new WaitingLine(() => this.#datagrams.length > 0 || this.#error !== undefined)

  receive(call: Call, max: number, timeoutMs: number | null): Promise<[Buffer, Address]> {
    return this.#line.turn(call, timeoutMs, (served) => this.#take(served, max))
  }

  arrived(bytes: Buffer, from: Address): void {
    // As in the kernel, a datagram may pass the limit, but none is taken beyond it.
    if (this.#usedBytes >= this.capacityBytes) {
      this.dropped += 1
      return
    }
    this.#usedBytes += bytes.length + OVERHEAD_BYTES
    this.#datagrams.push({ bytes, from })
    this.#line.serve()
  }

  /** An earlier datagram came back as undeliverable: the next call, receiving or sending, tells. */
  failed(error: Error): void {
    this.#error = error
    this.#line.serve()
  }

  /** The error nobody has been told yet, once. */
  takeError(call: Call): Error | undefined {
    const error = this.#error && call.own(this.#error)
    this.#error = undefined
    return error
  }

  dismiss(error: (call: Call) => Error): void {
    this.#line.dismiss(error)
  }

  #take(call: Call, max: number): [Buffer, Address] {
    const error = this.takeError(call)
    if (error) throw error
    const { bytes, from } = this.#datagrams.shift()!
    this.#usedBytes -= bytes.length + OVERHEAD_BYTES
    const kept = bytes.subarray(0, max)
    const cut = kept.length < bytes.length ? ` of ${bytes.length}, the rest is lost` : ''
    call.note({ address: from, bytes: kept.length, result: `${kept.length} bytes${cut}` })
    return [kept, from]
  }
}
