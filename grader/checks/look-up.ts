import { LoopWatch } from '../harness/loop-watch.ts'
import type { IncomingDatagram } from '../harness/reference-server.ts'
import { dnsId } from '../model/dns-query.ts'
import type { Forgery, LookUpFault } from '../model/expectation-lookup.ts'
import { Broken } from './broken.ts'
import type { Caller } from './caller.ts'
import type { DnsAnswer } from './dns-answers.ts'

/** How a name server answers; without a script it knows the name and answers every query at once. */
export type LookUpScript = Omit<DnsAnswer, 'name' | 'addresses'> & {
  readonly addresses?: readonly string[]
  /** So many queries get no answer. */
  readonly lost?: number
  /** The first query is answered with another ID and this address, and rightly only a moment later. */
  readonly forged?: string
}

type Query = { readonly bytes: Buffer; readonly atMs: number; readonly sinceMs: number }

/** What needs the library for DNS messages, which only those who look up names pay for. */
export async function dnsLibrary() {
  const { dnsReply, hasMore } = await import('./dns-answers.ts')
  return { dnsReply, hasMore }
}

type DnsLibrary = Awaited<ReturnType<typeof dnsLibrary>>

const forgeryAheadMs = 100

/** The student's program as one that looks up a name, seen by a scripted name server. */
export class LookUp {
  readonly caller: Caller
  readonly name: string
  readonly script: LookUpScript
  readonly queries: Query[] = []
  forgery: Forgery | null = null
  readonly #answers: DnsLibrary
  readonly #watch: LoopWatch
  readonly #timers = new Set<NodeJS.Timeout>()

  constructor(caller: Caller, name: string, script: LookUpScript, answers: DnsLibrary) {
    this.caller = caller
    this.name = name
    this.script = script
    this.#answers = answers
    const { recorder } = caller.program
    this.#watch = new LoopWatch(() => recorder.nowMs())
    caller.server.onDatagram = (datagram) => this.#receive(datagram)
    for (const datagram of caller.server.datagrams) this.#receive(datagram)
  }

  get addresses(): readonly string[] {
    return this.script.addresses ?? []
  }

  /** How late the server itself was, at worst; what it has just read may have waited since its last look. */
  get lateMs(): number {
    return Math.max(this.#watch.worstMs, this.caller.program.recorder.nowMs() - this.#watch.sinceMs)
  }

  hasMore(query: Buffer): boolean {
    return this.#answers.hasMore(query)
  }

  stop(): void {
    this.#watch.stop()
    for (const timer of this.#timers) clearTimeout(timer)
  }

  fail(fault: LookUpFault): never {
    const { program } = this.caller
    program.recorder.record('grader', 'deadline')
    throw new Broken({ kind: 'dns', name: this.name, fault }, program)
  }

  // What is wrong with a query is told by a check of its own: as long as it has an ID, it is answered.
  #receive(datagram: IncomingDatagram): void {
    const { bytes, atMs } = datagram
    this.queries.push({ bytes, atMs, sinceMs: this.#watch.sinceMs })
    const id = dnsId(bytes)
    const { lost = 0, forged } = this.script
    if (id === null || this.queries.length <= lost) return
    const reply = this.#answers.dnsReply(id, bytes, {
      name: this.name,
      ...this.script,
      addresses: this.addresses,
    })
    if (forged === undefined || this.queries.length > 1) return datagram.reply(reply)
    this.forgery = { asked: id, id: id ^ 0x5a5a, address: forged }
    const lie = { name: this.name, addresses: [forged], packed: this.script.packed }
    datagram.reply(this.#answers.dnsReply(this.forgery.id, bytes, lie))
    this.#after(forgeryAheadMs, () => datagram.reply(reply))
  }

  #after(ms: number, then: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      then()
    }, ms)
    this.#timers.add(timer)
  }
}
