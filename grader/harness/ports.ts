import { createSocket } from 'node:dgram'
import { createServer, type Server } from 'node:net'
import { portsInUse } from './open-sockets.ts'

/** Below every system's ephemeral range, so that no outgoing connection takes a port first. */
export const defaultPorts = [20_000, 31_999] as const
const blockSize = 100

/** No port is free: a fault of the environment, never of a program. */
export class NoPortError extends Error {}

/**
 * Free ports for programs. A grader leases whole blocks by listening on a block's first port: the kernel is the
 * lock, so leases of several graders never overlap and a killed grader's lease is free at once.
 */
export class Ports {
  readonly #first: number
  readonly #blocks: number
  #leases: Server[] = []
  #offered: number[] = []
  #queue: Promise<unknown> = Promise.resolve()

  constructor([first, last]: readonly [number, number]) {
    this.#first = first
    this.#blocks = Math.floor((last - first + 1) / blockSize)
  }

  /** A port that is free for TCP and UDP, in IPv4 and IPv6, and was not used lately. */
  take(): Promise<number> {
    const next = this.#queue.then(() => this.#takeNow())
    this.#queue = next.catch(() => {})
    return next
  }

  async #takeNow(): Promise<number> {
    for (let tries = 0; tries < this.#blocks + 1; tries++) {
      for (let port = this.#offered.shift(); port !== undefined; port = this.#offered.shift()) {
        if (await isFree(port)) return port
      }
      await this.#leaseNextBlock()
    }
    throw this.#nothingFree()
  }

  // A block is offered once and then left to cool: a server that closed first leaves TIME_WAIT behind.
  async #leaseNextBlock(): Promise<void> {
    const start = Math.floor(Math.random() * this.#blocks)
    for (let i = 0; i < this.#blocks; i++) {
      const guard = this.#first + ((start + i) % this.#blocks) * blockSize
      const lease = await listenOn(guard, '127.0.0.1')
      if (lease === null) continue
      this.#leases.push(lease)
      if (this.#leases.length > 4) this.#leases.shift()?.close()
      const used = portsInUse()
      const block = Array.from({ length: blockSize - 1 }, (_, offset) => guard + 1 + offset)
      this.#offered = block.filter((port) => !used.has(port))
      return
    }
    throw this.#nothingFree()
  }

  #nothingFree(): NoPortError {
    const last = this.#first + this.#blocks * blockSize - 1
    return new NoPortError(
      `No free port between ${this.#first} and ${last}. Stop what listens there, or name another range: DOORWAY_PORTS=21000-22999.`,
    )
  }

  close(): void {
    for (const lease of this.#leases.splice(0)) lease.close()
    this.#offered = []
  }
}

async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1']) {
    const server = await listenOn(port, host)
    if (server === null && host !== '::1') return false
    if (server !== null) await new Promise((resolve) => server.close(resolve))
  }
  return udpIsFree(port)
}

function listenOn(port: number, host: string): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy())
    server.unref()
    server.once('error', () => resolve(null))
    server.listen({ port, host, exclusive: true }, () => resolve(server))
  })
}

function udpIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    socket.once('error', () => socket.close(() => resolve(false)))
    socket.bind({ port, address: '0.0.0.0', exclusive: true }, () => socket.close(() => resolve(true)))
  })
}
