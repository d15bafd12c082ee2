import type { Server } from 'node:net'
import { EnvironmentError } from './environment-error.ts'
import { isFree, listenOn } from './free-port.ts'
import { portsInUse } from './open-sockets.ts'

const blockSize = 100
const freshMs = 250
/** Ports that follow each other in time are far apart in number: a program may well use PORT + 1 as well. */
const stride = 34

/** No port is free: a fault of the environment, never of a program. */
export class NoPortError extends EnvironmentError {}

/**
 * Free ports for programs. A grader leases whole blocks by listening on a block's first port: the kernel is the
 * lock, so leases of several graders never overlap and a killed grader's lease is free at once.
 */
export class Ports {
  readonly #first: number
  readonly #last: number
  readonly #blocks: number
  readonly #leases: Server[] = []
  #next: number
  #offered: number[] = []
  #used = { untilMs: -Infinity, ports: new Set<number>() }
  #closed = false
  #queue: Promise<unknown> = Promise.resolve()

  constructor([first, last]: readonly [number, number]) {
    this.#first = first
    this.#last = last
    this.#blocks = Math.max(0, Math.ceil((last - first + 1) / blockSize))
    this.#next = Math.floor(Math.random() * this.#blocks)
  }

  /** A port that is free for TCP and UDP, in IPv4 and IPv6. The same port is not given twice. */
  take(): Promise<number> {
    const taken = this.#queue.then(() => this.#takeNow())
    this.#queue = taken.catch(() => {})
    return taken
  }

  /** Gives the leases back. */
  close(): void {
    this.#closed = true
    for (const lease of this.#leases.splice(0)) lease.close()
  }

  async #takeNow(): Promise<number> {
    for (let blocks = 0; blocks <= this.#blocks && !this.#closed; blocks++) {
      if (blocks > 0) await this.#leaseNextBlock()
      for (let port = this.#offered.shift(); port !== undefined; port = this.#offered.shift()) {
        if (!this.#isInUse(port) && (await isFree(port))) return port
      }
    }
    const sentence = `No free port between ${this.#first} and ${this.#last}.`
    throw new NoPortError(
      `${sentence} Stop what listens there, or name another range: DOORWAY_PORTS=21000-22999.`,
    )
  }

  // A lease is kept to the end: a program that was given a port may not have bound it yet.
  async #leaseNextBlock(): Promise<void> {
    const guard = this.#first + this.#next * blockSize
    this.#next = (this.#next + 1) % this.#blocks
    const lease = await listenOn(guard, '127.0.0.1')
    if (typeof lease === 'string') return
    this.#leases.push(lease)
    const size = Math.max(0, Math.min(blockSize - 1, this.#last - guard))
    const step = size === blockSize - 1 ? stride : 1 // a stride must share no divisor with the size
    this.#offered = Array.from({ length: size }, (_, i) => guard + 1 + ((i * step) % size))
  }

  // A server that closed first leaves TIME_WAIT behind. Our own bind() would succeed, since Node sets SO_REUSEADDR;
  // that of a Python program that does not would fail.
  #isInUse(port: number): boolean {
    const startedMs = performance.now()
    if (startedMs > this.#used.untilMs) {
      const ports = portsInUse()
      const tookMs = performance.now() - startedMs // grows with the square of the sockets that are open
      this.#used = { untilMs: performance.now() + freshMs + 10 * tookMs, ports }
    }
    return this.#used.ports.has(port)
  }
}
