import type { TcpPeer } from './peers.ts'

/** Long enough for a write to be read away from the next one, by a program that has nothing else to do. */
const gapMs = 4

/** What a client is going to send, cut into writes: how random conversations cut the bytes of a stream. */
export class Writes {
  readonly #client: TcpPeer
  #whole: Buffer[] = []
  #last = Buffer.alloc(0)

  constructor(client: TcpPeer) {
    this.#client = client
  }

  /** How many bytes the write holds that is being made. */
  get size(): number {
    return this.#last.length
  }

  /** Adds to the write; `cut` is how many of these bytes still belong to it, and the others to the next one. */
  put(data: string | Uint8Array, cut?: number): void {
    const bytes = Buffer.from(data)
    this.#last = Buffer.concat([this.#last, bytes.subarray(0, cut)])
    if (cut === undefined) return
    this.next()
    this.#last = bytes.subarray(cut)
  }

  /** A new write begins. */
  next(): void {
    if (this.size > 0) this.#whole.push(this.#last)
    this.#last = Buffer.alloc(0)
  }

  /** Sends what was not sent yet, each write a moment after the one before. */
  async send(): Promise<void> {
    this.next()
    const writes = this.#whole
    this.#whole = []
    await this.#client.sendInPieces(writes, gapMs)
  }
}
