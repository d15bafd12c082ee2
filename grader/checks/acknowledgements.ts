import type { Arrival } from '../model/expectation-rdt.ts'
import type { DatagramPeer } from './peers.ts'
import { nothingMoreMs, replyMs } from './times.ts'

export type Acknowledgement = { readonly arrival: Arrival; readonly bytes: Buffer }

/**
 * Which answer acknowledges what. The form of an acknowledgement is one check's business alone, so all that matters here
 * is that the first answer to a packet is another one than that to the packet before: a repeated one acknowledges nothing.
 */
export class Acknowledgements {
  readonly all: Acknowledgement[] = []
  readonly #sender: DatagramPeer
  /** Everything is answered alike, so that nobody can tell what is acknowledged. */
  #alike = false

  constructor(sender: DatagramPeer) {
    this.#sender = sender
  }

  /** Waits for the acknowledgement of this arrival; null when none comes. */
  async of(arrival: Arrival): Promise<Acknowledgement | null> {
    const bytes = await (arrival.how === 'whole' ? this.#first(arrival.packet) : this.#until(() => true))
    if (bytes === undefined) return null
    const acknowledgement = { arrival, bytes }
    this.all.push(acknowledgement)
    return acknowledgement
  }

  /** For a moment: an answer to a damaged packet that is the one to a whole packet with its number. */
  async ofDamaged(packet: number): Promise<Buffer | null> {
    const right = this.#last((each) => each.packet === packet - 2)
    const answer = await this.#recorder.window(nothingMoreMs, () => this.#take(() => true))
    return answer !== undefined && right !== undefined && !this.#alike && answer.equals(right) ? answer : null
  }

  async #first(packet: number): Promise<Buffer | undefined> {
    const before = this.#last((each) => each.packet === packet - 1)
    const repeats: Buffer[] = []
    const isOther = (bytes: Buffer) => {
      if (this.#alike || before === undefined || !bytes.equals(before)) return true
      repeats.push(bytes)
      return false
    }
    // Only after packet 2 it can be that no other answer ever comes.
    if (packet !== 2) return this.#until(isOther)
    const found = await this.#until((bytes) => isOther(bytes) || repeats.length > 0)
    if (found === undefined || !before?.equals(found)) return found
    const other = await this.#recorder.window(nothingMoreMs, () => this.#take(isOther))
    this.#alike = other === undefined
    return other ?? found
  }

  #last = (fits: (arrival: Arrival) => boolean) => this.all.findLast(({ arrival }) => fits(arrival))?.bytes

  async #until(fits: (bytes: Buffer) => boolean): Promise<Buffer | undefined> {
    const { program } = this.#sender.server
    const ended = () => (program.exit === null ? undefined : ('ended' as const))
    const found = await this.#recorder.until(replyMs, () => this.#take(fits) ?? ended())
    if (found !== 'ended') return found
    // Nobody answers any more, but an answer may still be on its way.
    return this.#recorder.window(nothingMoreMs, () => this.#take(fits))
  }

  #take(fits: (bytes: Buffer) => boolean): Buffer | undefined {
    const { peer } = this.#sender
    for (const { bytes } of peer.unread()) {
      peer.take(1)
      if (fits(bytes)) return bytes
    }
    return undefined
  }

  get #recorder() {
    return this.#sender.server.program.recorder
  }
}
