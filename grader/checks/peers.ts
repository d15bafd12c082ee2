import { Bulk } from '../harness/bulk.ts'
import type { Program } from '../harness/program.ts'
import type { Stream } from '../harness/stream.ts'
import type { UdpPeer } from '../harness/udp-peer.ts'
import { Broken } from './broken.ts'
import type { Payloads } from './payload.ts'
import type { ServerUnderTest } from './server.ts'
import { startMs } from './times.ts'

const takenLooks = 10
/** A prime: no buffer of this length gets lost or comes twice without being noticed. */
const blockBytes = 1_048_573

/** One TCP connection of a reference client. */
export class TcpPeer {
  readonly stream: Stream
  readonly program: Program
  /** Everything that was expected to arrive so far. */
  wanted = Buffer.alloc(0)
  /** How many lines were expected and came. */
  linesReceived = 0
  /** The clients before this one, of the same server. */
  readonly earlier: readonly TcpPeer[]
  /** Another client of the same server, to find out why this one failed. */
  readonly another: () => Promise<TcpPeer>
  bulk: Bulk | null = null
  readonly #payloads: Payloads

  constructor(
    stream: Stream,
    program: Program,
    payloads: Payloads,
    earlier: readonly TcpPeer[],
    another: () => Promise<TcpPeer>,
  ) {
    this.stream = stream
    this.program = program
    this.#payloads = payloads
    this.earlier = earlier
    this.another = another
  }

  random(length?: number): string {
    return this.#payloads.text(length)
  }

  /** A random number from `from` to `to`. */
  between({ from, to }: { readonly from: number; readonly to: number }): number {
    return from + this.#payloads.integer(to - from + 1)
  }

  /** Many small letters. */
  letters(length: number): Buffer {
    return this.#payloads.letters(length)
  }

  /** Sends in one write. */
  async send(data: string | Uint8Array): Promise<void> {
    this.stream.send(Buffer.from(data))
  }

  /**
   * Sends each piece in a write of its own, `gapMs` after the one before, so that a program gets them apart: how the
   * bytes of a stream are cut says nothing about its messages. A program that has not yet taken the one before, on a
   * busy machine, gets a little longer.
   */
  async sendInPieces(pieces: readonly (string | Uint8Array)[], gapMs = 50): Promise<void> {
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) await this.#pause(gapMs)
      await this.send(piece)
    }
  }

  async #pause(gapMs: number): Promise<void> {
    const gap = () => this.program.recorder.window(gapMs, () => this.stream.over ?? undefined)
    await gap()
    for (let look = 0; look < takenLooks && this.stream.untaken() > 0; look++) await gap()
  }

  /**
   * Sends so many random bytes, more than any buffer holds, in the background; what comes back is compared and not kept.
   * Resolves when the program takes no more for now, or has taken everything.
   */
  sendMuch(bytes: number, { thenFinish = false } = {}): Promise<void> {
    const block = this.letters(blockBytes)
    this.program.isSent(bytes)
    this.bulk = new Bulk(this.program.recorder, this.stream, block, bytes)
    return this.bulk.send(thenFinish)
  }

  /** Takes nothing until `readOn`, as a slow client does: what the program sends fills the buffers on the way. */
  stopReading(): void {
    this.stream.stopReading()
  }

  readOn(): void {
    this.stream.readOn()
  }

  /** Leaves with a reset instead of closing. */
  abort(): void {
    this.stream.abort()
  }

  /** Half-closes: this client has finished sending. */
  finish(): Promise<void> {
    return this.stream.finish()
  }
}

/** One UDP reference client. */
export class DatagramPeer {
  readonly peer: UdpPeer
  readonly server: ServerUnderTest
  readonly sent: Buffer[] = []
  readonly #payloads: Payloads

  constructor(peer: UdpPeer, server: ServerUnderTest, payloads: Payloads) {
    this.peer = peer
    this.server = server
    this.#payloads = payloads
  }

  random(length?: number): string {
    return this.#payloads.text(length)
  }

  /** Sends one datagram; the first one of a check waits for the server to come up. */
  async send(data: string | Uint8Array): Promise<void> {
    const bytes = Buffer.from(data)
    const { program, reached } = this.server
    if (!(await this.peer.send(bytes, startMs))) {
      program.recorder.record(this.peer.name, 'refused')
      const why = program.exit === null ? 'refused' : 'exit'
      throw new Broken({ kind: 'connect', by: this.peer.name, first: !reached, why })
    }
    this.sent.push(bytes)
    this.server.reachedByDatagram()
  }

  /** Closes the client's socket, as when its process ends. */
  vanish(): void {
    this.peer.close()
  }
}
