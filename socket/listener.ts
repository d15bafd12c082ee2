import { createServer, type Server, type Socket } from 'node:net'
import type { Address } from './address.ts'
import type { Call } from './call.ts'
import { Connection } from './connection.ts'
import { WaitingLine } from './waiting.ts'

type Queued = { socket: Socket; local: Address; peer: Address }

/** The listening role of a socket: connections wait here until accept() takes them. */
export class Listener {
  /** The address it listens on, once it does. */
  readonly started: Promise<Address>
  readonly #server: Server
  readonly #queue: Queued[] = []
  #error: Error | undefined
  readonly #line = new WaitingLine(() => this.#queue.length > 0 || this.#error !== undefined)

  constructor(host: string, port: number, backlog: number) {
    // pauseOnConnect: what a client sends stays in the kernel until its connection is accepted and asked for bytes.
    this.#server = createServer({ allowHalfOpen: true, pauseOnConnect: true })
    this.#server.on('connection', (socket) => this.#arrived(socket, [host, port]))
    this.started = new Promise((resolve, reject) => {
      this.#server.on('error', (error) => {
        reject(error)
        this.#failed(error)
      })
      this.#server.listen({ host, port, backlog, exclusive: true }, () => {
        const address = this.#server.address()
        resolve(
          address === null || typeof address === 'string' ? [host, port] : [address.address, address.port],
        )
      })
    })
    this.started.catch(() => undefined)
  }

  accept(call: Call, timeoutMs: number | null): Promise<Connection> {
    return this.#line.turn(call, timeoutMs, (served) => this.#take(served))
  }

  /** Connections that nobody accepted are reset, as by the kernel. */
  close(): void {
    this.#line.dismiss((call) => call.error('EBADF', 'this socket was closed while the call waited'))
    for (const { socket } of this.#queue.splice(0)) socket.resetAndDestroy()
    this.#server.close()
  }

  #arrived(socket: Socket, bound: Address): void {
    // Without a listener a reset of a connection in the queue would end the process.
    socket.on('error', () => undefined)
    const nobody = bound[0].includes(':') ? '::' : '0.0.0.0'
    this.#queue.push({
      socket,
      local: [socket.localAddress ?? bound[0], socket.localPort ?? bound[1]],
      peer: [socket.remoteAddress ?? nobody, socket.remotePort ?? 0],
    })
    this.#line.serve()
  }

  #failed(error: NodeJS.ErrnoException): void {
    if (error.code === 'ECONNABORTED') return
    this.#error = error
    this.#line.serve()
  }

  #take(call: Call): Connection {
    const next = this.#queue.shift()
    if (next) return Connection.accepted(next.socket, next.local, next.peer)
    const error = call.own(this.#error)
    this.#error = undefined
    throw error
  }
}
