import { createSocket, type Socket } from 'node:dgram'
import type { Program } from './program.ts'

export type Datagram = { readonly bytes: Buffer; readonly from: string }

const retryMs = 5
const mostDatagrams = 2000

/** A UDP reference client. It hears whoever answers it, and records who that was. */
export class UdpPeer {
  readonly name: string
  readonly #program: Program
  readonly #port: number
  readonly #socket: Socket
  readonly #heard: Datagram[] = []
  #taken = 0
  #refused = 0
  #sending = false
  #closed = false
  #last: Uint8Array | null = null

  private constructor(program: Program, name: string, port: number) {
    this.name = name
    this.#program = program
    this.#port = port
    this.#socket = createSocket({ type: 'udp4', recvBufferSize: 4 * 1024 * 1024 })
    this.#socket.on('message', (bytes, { address, port: from }) => {
      if (this.#heard.length >= mostDatagrams) return
      this.#heard.push({ bytes, from: `${address}:${from}` })
      program.recorder.record(name, 'receive', { bytes, peer: `${address}:${from}` })
    })
    this.#socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNREFUSED') program.recorder.record(name, 'error', { error: error.code ?? error.message })
      this.#refused++
      // On a machine so busy that the refusal comes late, the datagram was never delivered: send it again.
      if (!this.#sending && this.#last !== null && this.#heard.length === 0) void this.#sendOnce(this.#last)
    })
  }

  /**
   * A client on `ownPort`, which is chosen and not left to the kernel: disconnecting a socket that was bound
   * to port 0 takes its port away again (Linux, __udp_disconnect).
   */
  static async open(program: Program, name: string, port: number, ownPort: number): Promise<UdpPeer> {
    const peer = new UdpPeer(program, name, port)
    const bound = { port: ownPort, address: '127.0.0.1', exclusive: true }
    await new Promise<void>((resolve) => peer.#socket.bind(bound, resolve))
    return peer
  }

  /**
   * Sends one datagram. Until something is bound to the port the kernel refuses it, and it never reaches the
   * program: it is sent again until `deadlineMs`. False when it was refused to the end.
   */
  async send(bytes: Uint8Array, deadlineMs: number): Promise<boolean> {
    const { recorder } = this.#program
    const giveUpAtMs = recorder.nowMs() + deadlineMs
    for (;;) {
      if (await this.#sendOnce(bytes)) {
        recorder.record(this.name, 'send', { bytes })
        return true
      }
      if (this.#program.exit !== null) return false
      if (recorder.nowMs() > giveUpAtMs) return false
      await recorder.window(retryMs, () => undefined)
    }
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

  // Only a connected socket learns of a refusal. It is connected for one system call: an answer from another port,
  // which a connected socket would not hear, cannot come in between.
  async #sendOnce(bytes: Uint8Array): Promise<boolean> {
    if (this.#closed) return true
    this.#sending = true
    this.#last = bytes
    const refusedBefore = this.#refused
    await new Promise<void>((resolve) => this.#socket.connect(this.#port, '127.0.0.1', resolve))
    const handed = new Promise<void>((resolve) => this.#socket.send(bytes, () => resolve()))
    this.#socket.disconnect()
    await handed
    // On loopback a refusal is pending when send() returns; the second turn of the loop has certainly polled for it.
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
    this.#sending = false
    return this.#refused === refusedBefore
  }
}
