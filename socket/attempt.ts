import { localHost, lookUp, remoteHost, type Address } from './address.ts'
import type { Call } from './call.ts'
import { Connection } from './connection.ts'
import type { Family } from './constants.ts'
import { Reader } from './reader.ts'
import { Wire } from './wire.ts'

/** A connection being established: the lookup of the name, then the handshake. */
export class Attempt {
  readonly done: Promise<Connection>
  readonly #reader = new Reader()
  readonly #wire = new Wire(this.#reader)

  constructor(call: Call, family: Family, to: Address, from: Address | undefined) {
    this.done = this.#dial(call, family, to, from)
    // Whoever waits hears of a failure; nobody waits any more when the timeout has passed.
    this.done.catch(() => undefined)
  }

  cancel(): void {
    this.#wire.hangUp(false)
  }

  async #dial(call: Call, family: Family, to: Address, from: Address | undefined): Promise<Connection> {
    const [name, port] = to
    const host = remoteHost(call, name, family) ?? (await lookUp(call, name, family))
    const localAddress = from && (localHost(call, from[0], family) ?? (await lookUp(call, from[0], family)))
    const closed = () => call.error('EBADF', 'this socket was closed while connecting')
    if (this.#wire.destroyed) throw closed()
    await new Promise<void>((resolve, reject) => {
      this.#wire.once('error', (error: NodeJS.ErrnoException) => {
        const refused = error.code === 'ECONNREFUSED'
        reject(refused ? call.error('ECONNREFUSED', `nothing listens on ${host}, port ${port}`) : error)
      })
      this.#wire.once('close', () => reject(closed()))
      this.#wire.connect({ host, port, ...(localAddress && { localAddress, localPort: from[1] }) }, resolve)
    })
    const { localAddress: ownHost = '', localPort = 0, remoteAddress = host, remotePort = port } = this.#wire
    return new Connection(this.#wire, this.#reader, [ownHost, localPort], [remoteAddress, remotePort])
  }
}
