import type { Socket } from 'node:net'
import type { Recorder } from './recorder.ts'

const mostReceivedBytes = 4 * 1024 * 1024

/** Our end of one TCP connection: everything it does is recorded. */
export class Stream {
  readonly name: string
  ended = false
  wasReset = false
  readonly #recorder: Recorder
  readonly #socket: Socket
  #received = Buffer.alloc(0)
  #taken = 0

  constructor(recorder: Recorder, name: string, socket: Socket) {
    this.name = name
    this.#recorder = recorder
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (bytes) => {
      this.#received = Buffer.concat([this.#received, bytes])
      recorder.record(name, 'receive', { bytes }) // wakes those who wait for it
      if (this.#received.length > mostReceivedBytes) socket.resetAndDestroy()
    })
    socket.on('end', () => {
      this.ended = true
      recorder.record(name, 'end')
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET') {
        this.wasReset = true
        recorder.record(name, 'reset')
      } else {
        recorder.record(name, 'error', { error: error.code ?? error.message })
      }
    })
  }

  /** Bytes that arrived and were not yet taken by an expectation. */
  unread(): Buffer {
    return this.#received.subarray(this.#taken)
  }

  /** All bytes that arrived. */
  everything(): Buffer {
    return this.#received
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

  send(bytes: Uint8Array): void {
    this.#recorder.record(this.name, 'send', { bytes })
    this.#socket.write(bytes)
  }

  /** Half-close: we have finished sending. */
  finish(): void {
    if (this.#socket.writableEnded || this.#socket.destroyed) return
    this.#recorder.record(this.name, 'finish')
    this.#socket.end()
  }

  /** A reset, so that no TIME_WAIT of ours keeps the program's port busy. Not part of the conversation. */
  discard(): void {
    const socket = this.#socket
    socket.removeAllListeners('data')
    // libuv refuses to reset while our FIN is being sent, and the handle would never close (uv_tcp_close_reset).
    const finishing = socket.writableEnded && !socket.writableFinished
    if (!finishing) socket.resetAndDestroy()
    else if (socket.writableLength > 0) socket.destroy()
    else socket.once('finish', () => socket.resetAndDestroy())
  }
}
