import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { createServer, type Server } from 'node:net'
import type { Recorder } from './recorder.ts'
import { Stream } from './stream.ts'

export type IncomingDatagram = {
  readonly bytes: Buffer
  readonly atMs: number
  readonly host: string
  readonly port: number
  reply(bytes: Uint8Array): void
}

const hosts = ['127.0.0.1', '::1'] as const

/**
 * The server a client exercise talks to. It listens with TCP and UDP at once, on 127.0.0.1 and ::1, so that a
 * client that chose the wrong transport is seen and not merely missed.
 */
export class ReferenceServer {
  readonly port: number
  readonly connections: Stream[] = []
  readonly datagrams: IncomingDatagram[] = []
  /** Peer ports of the connections, in the same order. */
  readonly callers: number[] = []
  readonly #recorder: Recorder
  readonly #servers: Server[] = []
  readonly #sockets: UdpSocket[] = []

  constructor(recorder: Recorder, port: number) {
    this.#recorder = recorder
    this.port = port
  }

  async open(): Promise<void> {
    await Promise.all(hosts.flatMap((host) => [this.#listen(host), this.#bind(host)]))
  }

  close(): void {
    for (const stream of this.connections) stream.discard()
    for (const server of this.#servers) server.close()
    for (const socket of this.#sockets) socket.close()
  }

  #listen(host: string): Promise<void> {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      const name = this.connections.length === 0 ? 'server' : `server, connection ${this.connections.length + 1}`
      const stream = new Stream(this.#recorder, name, socket)
      this.connections.push(stream)
      this.callers.push(socket.remotePort ?? 0)
      this.#recorder.record(name, 'accept', { peer: `${socket.remoteAddress}:${socket.remotePort}` })
    })
    return new Promise((resolve, reject) => {
      server.once('error', (error) => (host === '::1' ? resolve() : reject(error)))
      server.listen({ port: this.port, host, exclusive: true }, () => {
        this.#servers.push(server)
        resolve()
      })
    })
  }

  #bind(host: string): Promise<void> {
    const socket = createSocket(host === '::1' ? 'udp6' : 'udp4')
    socket.on('message', (bytes, { address, port }) => {
      const reply = (answer: Uint8Array) => {
        this.#recorder.record('server', 'send', { bytes: answer, peer: `${address}:${port}` })
        socket.send(answer, port, address, () => {})
      }
      this.datagrams.push({ bytes, atMs: this.#recorder.nowMs(), host: address, port, reply })
      this.#recorder.record('server', 'receive', { bytes, peer: `${address}:${port}` })
    })
    return new Promise((resolve, reject) => {
      socket.once('error', (error) => (host === '::1' ? resolve() : reject(error)))
      socket.bind({ port: this.port, address: host, exclusive: true }, () => {
        socket.removeAllListeners('error').on('error', () => {})
        this.#sockets.push(socket)
        resolve()
      })
    })
  }
}
