import { finFlag, packetOf, readPacket, withFlippedBit } from '../model/packet.ts'
import type { Arrival } from '../model/expectation-rdt.ts'
import { crossingsOf, tellSchedule, type Crossing, type Schedule } from '../model/impairments.ts'
import { writtenFile } from '../harness/written-file.ts'
import { Acknowledgements } from './acknowledgements.ts'
import type { DatagramPeer } from './peers.ts'
import type { ServerUnderTest } from './server.ts'
import { aftermathMs } from './times.ts'

/** What a reference sender sends, and what the network does to it. */
export type Upload = {
  /** What each packet carries; the last one has FIN. */
  readonly payloads: readonly Uint8Array[]
  readonly schedule: Schedule
  readonly seed: number
}

/** What went wrong while it was sent. */
export type Stalled =
  | { readonly of: 'silence'; readonly arrival: Arrival; readonly gone: boolean }
  | { readonly of: 'believed'; readonly arrival: Arrival; readonly answer: Buffer }

const bitOf = { payload: 34, seq: 7, checksum: 27 } as const
const fields = ['payload', 'seq', 'checksum'] as const
const nothing = new Uint8Array()
/** A look at the kernel's table may miss a socket that is there: one look is not believed. */
const goneMs = 200

/** The student's program as a receiver, seen by a reference sender and in the file it writes. */
export class Receiver {
  readonly server: ServerUnderTest
  readonly upload: Upload
  /** What reached it, in order. */
  readonly arrived: Arrival[] = []
  readonly acknowledgements: Acknowledgements
  lastSentMs = 0
  readonly #file: string
  readonly #sender: DatagramPeer
  readonly #stranger: DatagramPeer
  #delivery: Promise<Stalled | null> | null = null
  #damages = 0

  constructor(
    server: ServerUnderTest,
    file: string,
    { sender, stranger }: { readonly sender: DatagramPeer; readonly stranger: DatagramPeer },
    upload: Upload,
  ) {
    this.server = server
    this.upload = upload
    this.acknowledgements = new Acknowledgements(sender)
    this.#file = file
    this.#sender = sender
    this.#stranger = stranger
  }

  get last(): number {
    return this.upload.payloads.length
  }

  /** What the file should hold in the end. */
  get wanted(): Buffer {
    return Buffer.concat(this.upload.payloads)
  }

  /** What it holds now; null when there is none. */
  written(): Buffer | null {
    return writtenFile(this.#file, 2 * this.wanted.length + 64 * 1024)
  }

  /** What the network did, in words. */
  get network(): string {
    const did = tellSchedule(this.upload.schedule)
    return did === '' ? '' : `${did} (seed ${this.upload.seed})`
  }

  /** Sends everything, each packet until it is acknowledged. Null when all of it was; once, however often it is asked. */
  deliver(): Promise<Stalled | null> {
    return (this.#delivery ??= this.#deliver())
  }

  /** The last packet once more, as when its acknowledgement was lost. */
  repeatLast(): Promise<Stalled | null> {
    return this.#transmit(this.last, 'again')
  }

  /** What a sender does that believes an acknowledgement: it goes on. Nothing of this is judged. */
  async goOnAfter(packet: number): Promise<void> {
    const { program } = this.server
    const heard = () => this.#sender.peer.unread().length
    for (let next = packet + 1; next <= this.last && program.exit === null; next++) {
      const before = heard()
      await this.#send(next, 'whole')
      await program.recorder.window(aftermathMs, () => (heard() > before ? true : undefined))
    }
  }

  async #deliver(): Promise<Stalled | null> {
    for (let packet = 1; packet <= this.last; packet++) {
      const crossings = crossingsOf(this.upload.schedule, packet)
      for (const crossing of crossings) {
        const stalled = await this.#cross(packet, crossing)
        if (stalled !== null) return stalled
      }
      const stalled = crossings.includes('late') ? await this.#transmit(packet, 'late') : null
      if (stalled !== null) return stalled
    }
    return null
  }

  async #cross(packet: number, crossing: Crossing): Promise<Stalled | null> {
    switch (crossing) {
      case 'lost':
      case 'late':
        return null
      case 'stray':
        await this.#stray(packet)
        return null
      case 'damaged':
        return this.#damage(packet)
      case 'twice':
        return this.#transmit(packet, this.#isNew(packet) ? 'whole' : 'again', 'again')
      default:
        return this.#transmit(packet, this.#isNew(packet) ? 'whole' : 'again')
    }
  }

  #isNew = (packet: number) => !this.arrived.some((each) => each.packet === packet && each.how === 'whole')

  /** Sends these copies at once, and waits until each is acknowledged. */
  async #transmit(packet: number, ...hows: readonly Arrival['how'][]): Promise<Stalled | null> {
    const copies: Arrival[] = []
    for (const how of hows) {
      const sent = await this.#send(packet, how)
      const arrival = this.arrived.at(-1)
      if (arrival === undefined) continue
      if (!sent) return { of: 'silence', arrival, gone: true }
      copies.push(arrival)
    }
    for (const arrival of copies)
      if ((await this.acknowledgements.of(arrival)) === null) return { of: 'silence', arrival, gone: false }
    return null
  }

  async #damage(packet: number): Promise<Stalled | null> {
    const field = this.#payload(packet).length > 0 ? fields[this.#damages++ % fields.length] : 'checksum'
    await this.#send(packet, 'damaged', field)
    const arrival = this.arrived.at(-1)
    const answer = await this.acknowledgements.ofDamaged(packet)
    return answer === null || arrival === undefined ? null : { of: 'believed', arrival, answer }
  }

  /** A packet that could be the next one, from another port. */
  async #stray(packet: number): Promise<void> {
    const payload = Buffer.from(this.#stranger.random(24))
    const seq = seqOf(packet)
    this.arrived.push({ packet, seq, fin: false, how: 'stray', payload })
    await this.#stranger.peer.send(packetOf(seq, 0, payload), goneMs)
  }

  /** False when nobody is there to take it. */
  async #send(packet: number, how: Arrival['how'], damaged?: Arrival['damaged']): Promise<boolean> {
    const [seq, fin] = [seqOf(packet), packet === this.last]
    const whole = packetOf(seq, fin ? finFlag : 0, this.#payload(packet))
    const bytes = damaged === undefined ? whole : withFlippedBit(whole, bitOf[damaged])
    const payload = readPacket(bytes)?.payload ?? nothing
    this.arrived.push({ packet, seq, fin, how, payload, ...(damaged === undefined ? {} : { damaged }) })
    const first = this.arrived.length === 1
    if (first) await this.#sender.send(bytes)
    const sent = first || (await this.#sender.peer.send(bytes, goneMs))
    this.lastSentMs = this.server.program.recorder.nowMs()
    return sent
  }

  #payload = (packet: number): Uint8Array => this.upload.payloads[packet - 1] ?? nothing
}

/** Packets are counted from 1, and their numbers alternate from 0. */
const seqOf = (packet: number) => (packet - 1) % 2
