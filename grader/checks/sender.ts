import { LoopWatch } from '../harness/loop-watch.ts'
import type { IncomingDatagram } from '../harness/reference-server.ts'
import { tellSchedule, type Crossing, type Schedule } from '../model/impairments.ts'
import { ackOf, finFlag, readPacket, withFlippedBit } from '../model/packet.ts'
import type { Caller } from './caller.ts'

/** How a reference receiver and the network treat what it is sent. */
export type Download = {
  readonly schedule: Schedule
  readonly seed: number
  /** So long each acknowledgement is held. */
  readonly holdMs?: number
  /** The first acknowledgement of the packet with FIN is lost, too. */
  readonly lastAckLost?: boolean
  /** From this packet on nothing is answered. */
  readonly deadFrom?: number
  /** What a busy machine may explain has been met before, and is believed. */
  readonly surely?: boolean
}

/** One transmission of a packet. */
export type Try = {
  readonly atMs: number
  /** It cannot have arrived before: the reference receiver reads late when its own process waits. */
  readonly sinceMs: number
  readonly crossing: Crossing
  /** What went back, if anything did. */
  readonly answer: Buffer | null
  /** It came though the packet had been acknowledged before. */
  readonly needless: boolean
}

/** A packet as it came first, with all its transmissions. */
export type Sent = {
  readonly bytes: Buffer
  readonly tries: Try[]
  /** When it was acknowledged last; null when it was not, or the acknowledgement is held. */
  ackedMs: number | null
  held: boolean
}

const mostKept = 100
const flippedBits = [27, 11] as const

/** The student's program as a sender, seen by a reference receiver. */
export class Sender {
  readonly caller: Caller
  readonly download: Download
  /** What the file holds. */
  readonly file: Buffer
  readonly packets: Sent[] = []
  /** The first packet that came before the one before it was acknowledged. */
  ahead: {
    readonly packet: number
    readonly afterMs: number
    readonly mostMs: number
    readonly last: Try
  } | null = null
  /** Transmissions, of all packets together. */
  count = 0
  readonly #watch: LoopWatch
  readonly #timers = new Set<NodeJS.Timeout>()
  #damages = 0

  constructor(caller: Caller, file: Buffer, download: Download) {
    this.caller = caller
    this.file = file
    this.download = download
    const { recorder } = caller.program
    this.#watch = new LoopWatch(() => recorder.nowMs())
    caller.server.onDatagram = (datagram) => this.#receive(datagram)
    for (const datagram of caller.server.datagrams.slice()) this.#receive(datagram)
  }

  /** What the network did, in words. */
  get network(): string {
    const { schedule, seed, lastAckLost = false } = this.download
    const did = [tellSchedule(schedule), lastAckLost ? 'first ACK of FIN lost' : ''].filter(
      (each) => each !== '',
    )
    return did.length === 0 ? '' : `${did.join(', ')} (seed ${seed})`
  }

  /** How late the receiver itself was, at worst. */
  get lateMs(): number {
    return this.#watch.worstMs
  }

  /** A packet with FIN came and was acknowledged. */
  get isDone(): boolean {
    const last = this.packets.at(-1)
    return last !== undefined && last.ackedMs !== null && isFin(last.bytes)
  }

  stop(): void {
    this.#watch.stop()
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #receive(datagram: IncomingDatagram): void {
    const { server } = this.caller
    // The server keeps a limited number, and a file may be sent in tiny pieces.
    if (server.datagrams.length > mostKept) server.datagrams.length = mostKept / 2
    const { bytes, atMs } = datagram
    this.count++
    const before = this.packets.at(-1)
    const known = this.packets.findLast((each) => each.bytes.equals(bytes))
    const sent: Sent = known ?? { bytes, tries: [], ackedMs: null, held: false }
    const { sinceMs } = this.#watch
    const last = before?.tries.at(-1)
    if (known === undefined) {
      this.packets.push(sent)
      if (before?.ackedMs === null && last !== undefined)
        this.ahead ??= {
          packet: this.packets.length,
          afterMs: atMs - last.atMs,
          mostMs: atMs - last.sinceMs,
          last,
        }
    }
    const crossing = this.#crossing(this.packets.indexOf(sent) + 1, sent)
    const needless = sent.ackedMs !== null && sinceMs > sent.ackedMs
    // It may have been sent before the acknowledgement that answers it, too: a second one would be our own doing.
    const answered = crossing === 'clear' && (sent.held || sent.ackedMs !== null) && !needless
    const answer = answered ? null : this.#answerTo(sent, crossing)
    sent.tries.push({ atMs, sinceMs, crossing, answer, needless })
    if (answer === null) return
    const copies = crossing === 'twice' || crossing === 'ack twice' || wasHeldUp(sent) ? 2 : 1
    const isRight = crossing !== 'damaged' && crossing !== 'ack damaged'
    sent.held = isRight
    this.#after(isRight ? (this.download.holdMs ?? 0) : 0, () => {
      for (let copy = 0; copy < copies; copy++) datagram.reply(answer)
      if (!isRight) return
      sent.held = false
      sent.ackedMs = this.caller.program.recorder.nowMs()
    })
  }

  #crossing(packet: number, { tries, bytes }: Sent): Crossing {
    const { schedule, deadFrom = Number.POSITIVE_INFINITY, lastAckLost = false } = this.download
    if (packet >= deadFrom) return 'lost'
    const planned = schedule[packet]?.[tries.length]
    if (planned !== undefined) return planned
    return lastAckLost && tries.length === 0 && isFin(bytes) ? 'ack lost' : 'clear'
  }

  #answerTo({ bytes }: Sent, crossing: Crossing): Buffer | null {
    const seq = readPacket(bytes)?.seq ?? 0
    switch (crossing) {
      case 'lost':
      case 'late':
      case 'ack lost':
      case 'ack late':
        return null
      case 'damaged': // the receiver repeats its last ACK
        return Buffer.from(ackOf(1 - (seq & 1)))
      case 'ack damaged':
        return Buffer.from(
          withFlippedBit(ackOf(seq), flippedBits[this.#damages++ % flippedBits.length] ?? 27),
        )
      default:
        return Buffer.from(ackOf(seq))
    }
  }

  #after(ms: number, then: () => void): void {
    if (ms === 0) return then()
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      then()
      this.caller.program.recorder.wake()
    }, ms)
    this.#timers.add(timer)
  }
}

/** Whether the network still held a copy, or an acknowledgement, of an earlier transmission: it arrives now, too. */
const wasHeldUp = ({ tries }: Sent): boolean => {
  const before = tries.at(-2)?.crossing
  return before === 'late' || before === 'ack late'
}

export const isFin = (bytes: Uint8Array): boolean => ((bytes[1] ?? 0) & finFlag) !== 0
