import { createSocket, type Socket } from 'node:dgram'
import { setTimeout as sleep } from 'node:timers/promises'
import { EnvironmentError } from './environment-error.ts'
import { isBound } from './open-sockets.ts'
import { stretched } from './patience.ts'
import type { Program } from './program.ts'

export type Datagram = { readonly bytes: Buffer; readonly from: string }

const retryMs = 5
const refusalMs = 20
const mostDatagrams = 2000
const mostHeardBytes = 16 * 1024 * 1024
// Addresses are numbers: nothing to look up, and connect() takes effect at once.
const lookup = (host: string, _: unknown, done: (error: null, address: string, family: number) => void) =>
  done(null, host, 4)

/** A UDP reference client. It hears whoever answers it, and records who that was. */
export class UdpPeer {
  readonly name: string
  readonly #program: Program
  readonly #port: number
  readonly #socket: Socket
  readonly #isBound: typeof isBound
  readonly #heard: Datagram[] = []
  #early: Datagram[] | null = null
  #heardBytes = 0
  #taken = 0
  #refusals = 0
  #reached = false
  #closed = false
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(program: Program, name: string, port: number, socket: Socket, bound: typeof isBound) {
    this.name = name
    this.#program = program
    this.#port = port
    this.#socket = socket
    this.#isBound = bound
    socket.on('message', (bytes, { address, port: from }) => {
      if (this.#heard.length >= mostDatagrams || this.#heardBytes > mostHeardBytes) return
      this.#heardBytes += bytes.length
      const datagram = { bytes, from: `${address}:${from}` }
      if (this.#early === null) this.#hear(datagram)
      else this.#early.push(datagram)
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') this.#refusals++
      else program.recorder.record(name, 'error', { error: error.code ?? error.message })
    })
  }

  /**
   * A client on `ownPort`, which is chosen and not left to the kernel: disconnecting a socket that was bound
   * to port 0 takes its port away again (Linux, __udp_disconnect). `bound` tells whether somebody would hear it.
   */
  static async open(program: Program, name: string, port: number, ownPort: number, bound = isBound) {
    const socket = createSocket({ type: 'udp4', recvBufferSize: 4 * 1024 * 1024, lookup })
    await new Promise<void>((resolve, reject) => {
      socket.once('error', (error) => {
        socket.close()
        reject(
          new EnvironmentError(`Port ${ownPort} cannot be used by a reference client: ${error.message}.`),
        )
      })
      socket.bind({ port: ownPort, address: '127.0.0.1', exclusive: true }, resolve)
    })
    socket.removeAllListeners('error')
    return new UdpPeer(program, name, port, socket, bound)
  }

  /**
   * Sends one datagram, once something is bound to the port: until then the kernel would refuse it, and the program
   * never see it. False when that did not come true in `deadlineMs`, or the program ended first.
   */
  send(bytes: Uint8Array, deadlineMs: number): Promise<boolean> {
    const sent = this.#queue.then(() => this.#send(bytes, deadlineMs))
    this.#queue = sent.catch(() => {})
    return sent
  }

  /** Datagrams that arrived and were not yet taken by an expectation. */
  unread(): readonly Datagram[] {
    return this.#heard.slice(this.#taken)
  }

  take(count: number): void {
    this.#taken += count
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#socket.removeAllListeners('message')
    this.#socket.close()
  }

  async #send(bytes: Uint8Array, deadlineMs: number): Promise<boolean> {
    const startedMs = performance.now()
    let mostMs = deadlineMs
    while (!this.#closed) {
      const seenExit = this.#program.exit !== null
      if (await this.#sendOnce(bytes)) return true
      if (seenExit) return false
      if (performance.now() - startedMs > mostMs) {
        const longerMs = await stretched(deadlineMs)
        if (longerMs <= mostMs) return false
        mostMs = longerMs
      }
      await sleep(retryMs)
    }
    return false
  }

  async #sendOnce(bytes: Uint8Array): Promise<boolean> {
    const bound = this.#isBound(this.#port, this.#socket.address().port)
    if (bound === false) return false // the kernel would refuse it
    if (bound === null && !this.#reached) return this.#sendAndListenForRefusal(bytes)
    this.#program.recorder.record(this.name, 'send', { bytes })
    await this.#hand((done) => this.#socket.send(bytes, this.#port, '127.0.0.1', done))
    return true
  }

  // Where no table tells what is bound, only a connected socket learns of a refusal. It is connected for a moment: an
  // answer from another port, which a connected socket does not hear, would be lost.
  async #sendAndListenForRefusal(bytes: Uint8Array): Promise<boolean> {
    this.#early = []
    const refusalsBefore = this.#refusals
    this.#socket.connect(this.#port, '127.0.0.1')
    const refused = await this.#hand((done) => this.#socket.send(bytes, done))
    await sleep(refusalMs)
    if (!this.#closed) this.#socket.disconnect()
    this.#reached = !refused && this.#refusals === refusalsBefore
    if (this.#reached) this.#program.recorder.record(this.name, 'send', { bytes })
    const early = this.#early
    this.#early = null
    for (const datagram of early) this.#hear(datagram)
    return this.#reached
  }

  /** True when the kernel reports that an earlier datagram was refused, instead of sending this one. */
  async #hand(send: (done: (error: NodeJS.ErrnoException | null) => void) => void): Promise<boolean> {
    const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => send(resolve))
    if (error === null || this.#closed) return false
    if (error.code === 'ECONNREFUSED') return true
    throw new EnvironmentError(`This machine cannot send to its own port ${this.#port}: ${error.message}.`)
  }

  #hear(datagram: Datagram): void {
    this.#heard.push(datagram)
    this.#program.recorder.record(this.name, 'receive', { bytes: datagram.bytes, peer: datagram.from })
  }
}
