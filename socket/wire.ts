import { Socket, type SocketConstructorOpts } from 'node:net'

/** What a wire reports. */
export type Receiver = {
  /** Bytes arrived; the answer is whether more are wanted now. */
  heard(bytes: Buffer): boolean
  ended(): void
  failed(error: Error): void
}

type Handle = object
type WithHandle = { _handle?: Handle | null }

const READ_BYTES = 64 * 1024

/**
 * A net.Socket that leaves bytes in the kernel until they are asked for. So the peer's window fills up, close() with
 * unread bytes resets, and a reset behind unread bytes is seen after them, all as in Berkeley. A stream's own buffer
 * would hide the three: `onread` bypasses it.
 */
export class Wire extends Socket {
  readonly #receiver: Receiver
  #closing = false

  constructor(receiver: Receiver, handle?: Handle) {
    const options = {
      allowHalfOpen: true,
      pauseOnCreate: true,
      onread: {
        buffer: Buffer.allocUnsafeSlow(READ_BYTES),
        callback: (count: number, buffer: Uint8Array) => {
          const more = receiver.heard(Buffer.from(buffer.subarray(0, count)))
          if (!more) this.pause()
          return more
        },
      },
      ...(handle && { handle }),
    }
    super(options as SocketConstructorOpts)
    this.#receiver = receiver
    this.on('error', (error) => receiver.failed(error))
    this.pause()
  }

  /** Takes over a connection that net accepted: net makes its sockets itself, without `onread`. */
  static takeOver(accepted: Socket, receiver: Receiver): Wire {
    const shell = accepted as unknown as WithHandle
    const handle = shell._handle
    if (!handle) throw new Error('the accepted connection is closed')
    shell._handle = null
    accepted.destroy()
    return new Wire(receiver, handle)
  }

  override push(chunk: unknown, encoding?: BufferEncoding): boolean {
    if (chunk === null) this.#receiver.ended()
    return super.push(chunk, encoding)
  }

  /** A failed write leaves what has arrived readable, as in Berkeley; Node would drop it. */
  override destroy(error?: Error & { syscall?: string }): this {
    const sendingFailed = error?.syscall === 'write' || error?.syscall === 'shutdown'
    return sendingFailed && !this.#closing ? this : super.destroy(error)
  }

  /** Gives the descriptor back to the kernel, which sends FIN, or RST when bytes are unread. */
  hangUp(unread: boolean): void {
    this.#closing = true
    if (unread && !this.destroyed) this.resetAndDestroy()
    else this.destroy()
  }
}
