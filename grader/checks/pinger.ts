import { LoopWatch } from '../harness/loop-watch.ts'
import type { IncomingDatagram } from '../harness/reference-server.ts'
import { pingSeq, type Ping } from '../model/pings.ts'
import type { Caller } from './caller.ts'

const strayEveryMs = 300
const mostStrays = 10

/** How each ping is answered: after so many ms, once a number; without a number it is lost. */
export type PingScript = {
  readonly usual?: readonly number[]
  readonly answers?: { readonly [seq: number]: readonly number[] }
  /** While this one waits, the reply to ping 1 comes again and again. */
  readonly straysDuring?: number
  /** Replies come in capitals, as from the course's other servers. */
  readonly capitals?: boolean
}

type SeenPing = Ping & { readonly repliedMs: number[] }

/** The student's program as a pinger of COUNT pings, seen by a server that answers by script. */
export class Pinger {
  readonly caller: Caller
  readonly count: number
  /** Every datagram in order; null for what is no ping. */
  readonly arrived: { readonly bytes: Buffer; readonly ping: SeenPing | null }[] = []
  readonly script: PingScript
  readonly #watch: LoopWatch
  readonly #timers = new Set<NodeJS.Timeout>()
  #first: IncomingDatagram | null = null

  constructor(caller: Caller, count: number, script: PingScript) {
    this.caller = caller
    this.count = count
    this.script = script
    const { recorder } = caller.program
    this.#watch = new LoopWatch(() => recorder.nowMs())
    caller.server.onDatagram = (datagram) => this.#receive(datagram)
    for (const datagram of caller.server.datagrams) this.#receive(datagram)
  }

  /** In order of arrival. */
  get pings(): SeenPing[] {
    return this.arrived.flatMap(({ ping }) => ping ?? [])
  }

  /** How late the server itself was, at worst. */
  get lateMs(): number {
    return this.#watch.worstMs
  }

  /** Nothing of the script is still to come. */
  get isDone(): boolean {
    return this.#timers.size === 0
  }

  stop(): void {
    this.#watch.stop()
    for (const timer of this.#timers) clearTimeout(timer)
  }

  replyTo(bytes: Buffer): Buffer {
    // Only ASCII letters change, so that no time stamp in whatever encoding is damaged.
    return this.script.capitals === true
      ? Buffer.from(bytes.map((byte) => (byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte)))
      : bytes
  }

  #receive(datagram: IncomingDatagram): void {
    const { bytes, atMs } = datagram
    const seq = pingSeq(bytes)
    const ping = seq === null ? null : { seq, atMs, sinceMs: this.#watch.sinceMs, repliedMs: [] }
    this.arrived.push({ bytes, ping })
    if (ping === null) return
    const { answers = {}, usual = [0], straysDuring } = this.script
    const reply = this.replyTo(bytes)
    this.#first ??= datagram
    for (const ms of answers[ping.seq] ?? usual) this.#after(ms, () => this.#answer(datagram, ping, reply))
    if (ping.seq === straysDuring) this.#stray(1)
  }

  #answer(datagram: IncomingDatagram, ping: SeenPing, reply: Buffer): void {
    ping.repliedMs.push(this.caller.program.recorder.nowMs())
    datagram.reply(reply)
  }

  // To where ping 1 came from: a program may use a new socket for every ping.
  #stray(nth: number): void {
    const so = this.arrived.length
    this.#after(strayEveryMs, () => {
      const first = this.#first
      if (first === null || this.arrived.length > so || nth > mostStrays) return
      this.pings[0]?.repliedMs.push(this.caller.program.recorder.nowMs())
      first.reply(this.replyTo(first.bytes))
      this.#stray(nth + 1)
    })
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
