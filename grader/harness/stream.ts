import type { Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { connectionIsGone, queuedBytes, untakenBytes } from './open-sockets.ts'
import type { Recorder } from './recorder.ts'

const mostReceivedBytes = 4 * 1024 * 1024
/** Pieces listed one by one; what comes after them in a row is one event. */
const listedPieces = 1000
/** Kept of what goes to a sink. */
const shownBytes = 64

/** Our end of one TCP connection: everything it does is recorded. */
export class Stream {
  readonly name: string
  ended = false
  wasReset = false
  readonly #recorder: Recorder
  readonly #socket: Socket
  readonly #ports: readonly [number, number]
  #buffer = Buffer.alloc(0)
  #size = 0
  #taken = 0
  #pieces = 0
  #eventStart = 0
  #discarded = false
  #sink: ((bytes: Buffer) => void) | null = null

  constructor(recorder: Recorder, name: string, socket: Socket) {
    this.name = name
    this.#recorder = recorder
    this.#socket = socket
    this.#ports = [socket.localPort ?? 0, socket.remotePort ?? 0] // unknown once the connection is gone
    socket.setNoDelay(true)
    socket.on('data', (bytes) => this.#receive(bytes))
    socket.on('end', () => {
      if (this.#discarded) return
      if (this.#resetBehindData()) return this.fail(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
      this.ended = true
      recorder.record(name, 'end')
    })
    // Stays for as long as the socket lives: an error that nobody listens to ends the grader.
    socket.on('error', (error) => this.fail(error))
  }

  /** Bytes that arrived and were not yet taken by an expectation. */
  unread(): Buffer {
    return this.#buffer.subarray(this.#taken, this.#size)
  }

  /** All bytes that arrived. */
  everything(): Buffer {
    return this.#buffer.subarray(0, this.#size)
  }

  /** The next `count` bytes count as dealt with. */
  take(count: number): void {
    this.#taken += count
  }

  /** Nothing more can arrive. */
  get over(): 'end' | 'reset' | null {
    if (this.wasReset) return 'reset'
    return this.ended ? 'end' : null
  }

  /** How much of what we sent waits for the program to take it from its socket; 0 where this machine does not tell. */
  untaken(): number {
    const [local, remote] = this.#ports
    return untakenBytes(remote, local)
  }

  /** How much of what the program sent waits between it and us, because we do not read; null where nobody tells. */
  queued(): number | null {
    const [local, remote] = this.#ports
    return queuedBytes(remote, local)
  }

  send(bytes: Uint8Array): void {
    this.#recorder.record(this.name, 'send', { bytes })
    if (!this.#socket.destroyed) this.#socket.write(bytes)
  }

  /** Sends without a record of its own; resolves when the system has taken it, to false when it never will. */
  write(bytes: Uint8Array): Promise<boolean> {
    return new Promise((resolve) => {
      this.#socket.write(bytes, (error) => resolve(!error))
    })
  }

  /** What arrives from now on goes to `sink` and is not kept, however much it is. */
  receiveInto(sink: (bytes: Buffer) => void): void {
    this.#sink = sink
  }

  /** Reads no further: what the program sends fills the buffers between us, and then it has to wait. */
  stopReading(): void {
    this.#recorder.record(this.name, 'stop-reading')
    this.#socket.pause()
  }

  readOn(): void {
    this.#recorder.record(this.name, 'read-on')
    this.#socket.resume()
  }

  /** Half-close: we have finished sending. */
  async finish(): Promise<void> {
    // What came together with the last bytes is heard first: an end before our FIN can still be told from a reset.
    for (let turn = 0; turn < 2; turn++) await nextTurn()
    if (this.#socket.writableEnded || this.#socket.destroyed) return
    this.#recorder.record(this.name, 'finish')
    this.#socket.end()
  }

  /** Leaves with a reset (RST), as when the process of a client is killed while data is on its way. */
  abort(): void {
    this.#recorder.record(this.name, 'abort')
    this.discard()
  }

  /** A reset, so that no TIME_WAIT of ours keeps the program's port busy. Not part of the conversation. */
  discard(): void {
    const socket = this.#socket
    this.#discarded = true
    if (socket.destroyed) return
    // libuv refuses to reset while our FIN is being sent, and the handle would never close (uv_tcp_close_reset).
    const finishing = socket.writableEnded && !socket.writableFinished
    if (!finishing) socket.resetAndDestroy()
    else if (socket.writableLength > 0) socket.destroy()
    else socket.once('finish', () => socket.resetAndDestroy())
  }

  /** The connection broke. Which error a reset is depends on whether a FIN came before it (Linux, tcp_reset). */
  fail(error: NodeJS.ErrnoException): void {
    if (this.#discarded) return
    const isReset = error.code === 'ECONNRESET' || error.code === 'EPIPE'
    if (isReset && !this.ended) this.wasReset = true // after its FIN a reset only says that we went on talking
    if (isReset) this.#recorder.record(this.name, 'reset')
    else this.#recorder.record(this.name, 'error', { error: error.code ?? error.message })
  }

  // libuv reports a reset that came right behind data as an end (uv__stream_io). After a FIN the kernel still knows the
  // connection, until we have finished too; after a reset it does not.
  #resetBehindData(): boolean {
    const [local, remote] = this.#ports
    return !this.#socket.writableEnded && connectionIsGone(local, remote)
  }

  #receive(bytes: Buffer): void {
    if (this.#discarded) return
    if (this.#sink !== null) return this.#pass(this.#sink, bytes)
    this.#append(bytes)
    this.#pieces++
    const last = this.#recorder.events.at(-1)
    const goesOn = last?.actor === this.name && last.event === 'receive' && this.#pieces > listedPieces
    if (!goesOn) this.#eventStart = this.#size - bytes.length
    // Either way those who wait for it are woken.
    if (goesOn) this.#recorder.amend({ bytes: this.#buffer.subarray(this.#eventStart, this.#size) })
    else this.#recorder.record(this.name, 'receive', { bytes })
    if (this.#size <= mostReceivedBytes) return
    // Unread bytes stop the sender. A reset would crash it, and the crash would be ours.
    this.#socket.pause()
    const error = `too much arrived: the rest after ${this.#size} bytes is not read`
    this.#recorder.record(this.name, 'error', { error })
  }

  #pass(sink: (bytes: Buffer) => void, bytes: Buffer): void {
    const last = this.#recorder.events.at(-1)
    sink(bytes)
    // A long answer is one event, of which the beginning is kept.
    if (last?.actor === this.name && last.event === 'receive' && last.cutBytes !== undefined)
      return this.#recorder.amend({ cutBytes: last.cutBytes + bytes.length })
    const shown = Buffer.from(bytes.subarray(0, shownBytes))
    this.#recorder.record(this.name, 'receive', { bytes: shown, cutBytes: bytes.length - shown.length })
  }

  // Grows by doubling: joining every piece to all before it costs seconds for megabytes in small pieces.
  #append(bytes: Buffer): void {
    const needed = this.#size + bytes.length
    if (needed > this.#buffer.length) {
      const grown = Buffer.alloc(Math.max(needed, this.#buffer.length * 2, 4096))
      this.#buffer.copy(grown, 0, 0, this.#size)
      this.#buffer = grown
    }
    bytes.copy(this.#buffer, this.#size)
    this.#size = needed
  }
}
