import { createSocket } from 'node:dgram'
import { createServer, type Socket } from 'node:net'
import { EnvironmentError } from './environment-error.ts'
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
// More than any exercise asks for: what a program in an endless loop does beyond is not kept.
const lookMs = 10
const mostConnections = 200
const mostDatagrams = 2000

/**
 * The server a client exercise talks to. It listens with TCP and UDP at once, on 127.0.0.1 and ::1, so that a
 * client that chose the wrong transport is seen and not merely missed.
 */
export class ReferenceServer {
  readonly port: number
  readonly connections: Stream[] = []
  readonly datagrams: IncomingDatagram[] = []
  /** Called for each datagram that arrives, after it was recorded. */
  onDatagram: (datagram: IncomingDatagram) => void = () => {}
  /** Peer ports of the connections, in the same order. */
  readonly callers: number[] = []
  /**
   * When each of them may have been made at the earliest: while this process is busy or waits for a processor, a
   * connection waits in the kernel, and nobody can tell since when.
   */
  readonly calledAtMs: number[] = []
  readonly #name: string
  readonly #recorder: Recorder
  readonly #doors: { close(): unknown }[] = []
  #closed = false
  #lookedMs = 0

  /** `name` is its actor in the transcript. */
  constructor(recorder: Recorder, port: number, name = 'server') {
    this.#name = name
    this.#recorder = recorder
    this.port = port
  }

  /** Throws EnvironmentError when the port is no longer free; `close` is due then too. */
  async open(): Promise<void> {
    this.#lookedMs = this.#recorder.nowMs()
    // All who had called when a turn of the event loop began are accepted by the end of it.
    const look = (atMs: number) => setImmediate(() => (this.#lookedMs = atMs)).unref()
    const timer = setInterval(() => look(this.#recorder.nowMs()), lookMs).unref()
    this.#doors.push({ close: () => clearInterval(timer) })
    const opened = await Promise.allSettled(hosts.flatMap((host) => [this.#listen(host), this.#bind(host)]))
    const failed = opened.find((each) => each.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }

  close(): void {
    this.#closed = true
    for (const stream of this.connections) stream.discard()
    for (const door of this.#doors.splice(0)) door.close()
  }

  #accept(socket: Socket): void {
    if (this.#closed || this.connections.length >= mostConnections) {
      socket.on('error', () => {})
      socket.resetAndDestroy()
      return
    }
    const nth = this.connections.length + 1
    const name = nth === 1 ? this.#name : `${this.#name}, connection ${nth}`
    this.connections.push(new Stream(this.#recorder, name, socket))
    this.callers.push(socket.remotePort ?? 0)
    this.calledAtMs.push(this.#lookedMs)
    this.#recorder.record(name, 'accept', { peer: `${socket.remoteAddress}:${socket.remotePort}` })
  }

  #listen(host: string): Promise<void> {
    const server = createServer({ allowHalfOpen: true }, (socket) => this.#accept(socket))
    return new Promise((resolve, reject) => {
      server.on('error', (error) => this.#cannot(host, error, resolve, reject))
      server.listen({ port: this.port, host, exclusive: true }, () => {
        this.#doors.push(server)
        resolve()
      })
    })
  }

  #bind(host: string): Promise<void> {
    const socket = createSocket(host === '::1' ? 'udp6' : 'udp4')
    socket.on('message', (bytes, { address, port }) => {
      if (this.datagrams.length >= mostDatagrams) return
      const reply = (answer: Uint8Array) => {
        this.#recorder.record(this.#name, 'send', { bytes: answer, peer: `${address}:${port}` })
        if (!this.#closed) socket.send(answer, port, address, () => {})
      }
      const datagram = { bytes, atMs: this.#recorder.nowMs(), host: address, port, reply }
      this.datagrams.push(datagram)
      this.#recorder.record(this.#name, 'receive', { bytes, peer: `${address}:${port}` })
      this.onDatagram(datagram)
    })
    return new Promise((resolve, reject) => {
      let bound = false
      socket.on('error', (error) => {
        if (bound) return // a client that is gone refused its answer
        socket.close()
        this.#cannot(host, error, resolve, reject)
      })
      socket.bind({ port: this.port, address: host, exclusive: true }, () => {
        bound = true
        this.#doors.push(socket)
        resolve()
      })
    })
  }

  // A machine without IPv6 has no ::1, and a client is told 127.0.0.1.
  #cannot(host: string, error: Error, resolve: () => void, reject: (error: Error) => void): void {
    if (host === '::1') resolve()
    else reject(new EnvironmentError(`The reference server cannot use port ${this.port}: ${error.message}.`))
  }
}
