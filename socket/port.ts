import { createSocket, type Socket } from 'node:dgram'
import { anyHost, type Address } from './address.ts'
import { AF_INET, type Family } from './constants.ts'
import type { Inbox } from './inbox.ts'

/** Options of a UDP socket; they take effect when it gets its port. */
export type PortOptions = { reuse: boolean; broadcast: boolean; receiveBytes?: number; sendBytes?: number }

/**
 * A bound UDP socket over node:dgram. Hosts are IP addresses, and the lookup answers at once: so binding and sending
 * happen in the same tick, and their errors surface where the program made the call.
 */
export class Port {
  readonly #raw: Socket
  readonly #inbox: Inbox
  #connected = false

  /** @throws Node's error when the address cannot be bound */
  constructor(family: Family, inbox: Inbox, options: PortOptions, bound?: Address) {
    const [type, version] = family === AF_INET ? (['udp4', 4] as const) : (['udp6', 6] as const)
    this.#inbox = inbox
    this.#raw = createSocket({
      type,
      reuseAddr: options.reuse,
      lookup: (host, _, answer) => answer(null, host, version),
    })
    // Before bind: dgram drops what arrives while nobody listens for messages.
    this.#raw.on('message', (bytes, { address, port }) => inbox.arrived(bytes, [address, port]))
    let failure: Error | undefined
    const failed = (error: Error) => (failure = error)
    this.#raw.on('error', failed)
    const [address, port] = bound ?? [anyHost(family), 0]
    this.#raw.bind({ address, port, exclusive: true })
    if (failure) {
      this.#raw.close()
      throw failure
    }
    this.#raw.off('error', failed).on('error', (error) => inbox.failed(error))
    this.set(options)
  }

  set({ broadcast, receiveBytes, sendBytes }: PortOptions): void {
    this.#raw.setBroadcast(broadcast)
    if (sendBytes !== undefined) this.#raw.setSendBufferSize(sendBytes)
    if (receiveBytes === undefined) return
    this.#raw.setRecvBufferSize(receiveBytes)
    // The kernel doubles what is asked for (socket(7)).
    this.#inbox.capacityBytes = 2 * receiveBytes
  }

  get local(): Address {
    const { address, port } = this.#raw.address()
    return [address, port]
  }

  /** To an address, or without one to the connected peer. */
  send(bytes: Buffer, to?: Address): Promise<number> {
    return new Promise((resolve, reject) => {
      const done = (error: Error | null, count: number) => (error ? reject(error) : resolve(count))
      if (to) this.#raw.send(bytes, to[1], to[0], done)
      else this.#raw.send(bytes, done)
    })
  }

  connect([host, port]: Address): Promise<void> {
    if (this.#connected) this.#raw.disconnect()
    this.#connected = true
    return new Promise((resolve, reject) => {
      this.#raw.connect(port, host, (error?: Error | null) => (error ? reject(error) : resolve()))
    })
  }

  close(): void {
    this.#raw.close()
  }
}
