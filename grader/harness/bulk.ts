import type { Recorder } from './recorder.ts'
import type { Stream } from './stream.ts'

const pieceBytes = 64 * 1024
/** Taken no byte for so long, a program will take none before its answers are read. */
const stalledMs = 300
const excerptBytes = 64
/** Fewer bytes may occur anywhere. */
const telltaleBytes = 8

/**
 * Much data, sent to a program that is to give it back. Pieces are made when they are wanted and answers are compared as
 * they arrive, so megabytes cost the grader no memory.
 */
export class Bulk {
  readonly total: number
  /** Bytes that the system has taken from us. */
  taken = 0
  /** Bytes that came back, right ones only, up to the first wrong one. */
  arrived = 0
  /** What came in place of the byte at `arrived`; empty while all is right. */
  wrong = Buffer.alloc(0)
  readonly #recorder: Recorder
  readonly #stream: Stream
  readonly #block: Buffer
  #allTaken = false

  /** `block` is repeated: a length that no buffer has, such as a prime, shows a lost or doubled buffer at once. */
  constructor(recorder: Recorder, stream: Stream, block: Buffer, total: number) {
    this.#recorder = recorder
    this.#stream = stream
    this.#block = block
    this.total = total
    stream.receiveInto((bytes) => this.#compare(bytes))
  }

  /** Sends all of it, in the background, and then perhaps half-closes. Resolves as soon as no more is taken for now. */
  async send(thenFinish: boolean): Promise<void> {
    void this.#pour(thenFinish)
    const over = () => this.#allTaken || this.#stream.over !== null
    for (let before = -1; before < this.taken && !over();) {
      before = this.taken
      await this.#recorder.until(stalledMs, () => (over() || this.taken > before ? true : undefined))
    }
    // The reader stays away a moment longer: what a program does at the end of file, it does now.
    await this.#recorder.window(stalledMs, () => this.#stream.over ?? undefined)
  }

  /** Whether nothing can change any more: all is back, or a byte of it is wrong. */
  get settled(): boolean {
    return this.arrived >= this.total || this.wrong.length > 0
  }

  /** A few of the sent bytes from `at` on. */
  excerpt(at: number): Buffer {
    return this.#piece(at, Math.min(excerptBytes, this.total - at))
  }

  /** What is wrong with the bytes that came instead: others before them are missing, or they came before. */
  get fault(): 'lost' | 'repeated' | 'different' {
    const length = this.#block.length
    const at = Buffer.concat([this.#block, this.#block]).indexOf(this.wrong)
    if (this.wrong.length < telltaleBytes || at === -1) return 'different'
    const ahead = (at - (this.arrived % length) + length) % length
    return ahead < length / 2 ? 'lost' : 'repeated'
  }

  async #pour(thenFinish: boolean): Promise<void> {
    const bytes = this.excerpt(0)
    this.#recorder.record(this.#stream.name, 'send', { bytes, cutBytes: this.total - bytes.length })
    while (this.taken < this.total) {
      const piece = this.#piece(this.taken, Math.min(pieceBytes, this.total - this.taken))
      if (!(await this.#stream.write(piece))) return
      this.taken += piece.length
      this.#recorder.wake()
    }
    if (thenFinish) await this.#stream.finish()
    this.#allTaken = true
    this.#recorder.wake()
  }

  #piece(at: number, length: number): Buffer {
    const piece = Buffer.alloc(length)
    for (let done = 0; done < length;) {
      done += this.#block.copy(piece, done, (at + done) % this.#block.length)
    }
    return piece
  }

  #compare(bytes: Buffer): void {
    if (this.wrong.length > 0) {
      const more = bytes.subarray(0, excerptBytes - this.wrong.length)
      this.wrong = Buffer.concat([this.wrong, more])
    }
    if (this.settled) return
    const known = bytes.subarray(0, this.total - this.arrived)
    const want = this.#piece(this.arrived, known.length)
    if (known.equals(want)) {
      this.arrived += known.length
      return
    }
    const at = known.findIndex((byte, i) => byte !== want[i])
    this.arrived += at
    this.wrong = Buffer.from(bytes.subarray(at, at + excerptBytes))
  }
}
