import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ProgramError } from '../model/program.ts'
import type { Program } from '../harness/program.ts'
import { holdsAny, listenersOn } from '../harness/open-sockets.ts'
import { Stream } from '../harness/stream.ts'
import { connectTo } from '../harness/tcp-client.ts'
import { UdpPeer } from '../harness/udp-peer.ts'
import { Broken, Unsettled } from './broken.ts'
import { allOf, queueUp } from './crowd.ts'
import type { Payloads } from './payload.ts'
import { DatagramPeer, TcpPeer } from './peers.ts'
import { nothingMoreMs, replyMs, startMs } from './times.ts'

const ownerLooks = 5
const ownerLookMs = 20
const aloneLooks = 250
const stderrBytes = 16 * 1024

type ReadError = (stderr: string) => ProgramError | null

/** The student's program as a server, seen by reference clients. */
export class ServerUnderTest {
  readonly port: number
  /** What follows the port on its command line. */
  readonly args: readonly string[]
  readonly program: Program
  readonly #payloads: Payloads
  readonly #takePort: () => Promise<number>
  readonly #readError: ReadError
  readonly #startAlone: (port: number) => Program
  readonly #streams: Stream[] = []
  readonly #clients: TcpPeer[] = []
  readonly #peers: UdpPeer[] = []
  #reached = false
  #owner: Promise<Unsettled | null> = Promise.resolve(null)

  constructor(
    program: Program,
    port: number,
    args: readonly string[],
    payloads: Payloads,
    takePort: () => Promise<number>,
    readError: ReadError,
    startAlone: (port: number) => Program,
  ) {
    this.program = program
    this.port = port
    this.args = args
    this.#payloads = payloads
    this.#takePort = takePort
    this.#readError = readError
    this.#startAlone = startAlone
  }

  /** Connects a reference client. The first one waits for the server to come up; a later one may not be refused. */
  async connect(name: string): Promise<TcpPeer> {
    const address = { host: '127.0.0.1', port: this.port }
    const first = !this.#reached
    const outcome = await connectTo(this.program, name, address, first ? startMs : replyMs, first)
    if (!(outcome instanceof Stream)) {
      this.program.recorder.record('grader', 'deadline')
      throw new Broken({ kind: 'connect', by: name, first, why: outcome })
    }
    this.#streams.push(outcome)
    this.#reached = true
    if (first) this.#owner = this.#checkOwner('tcp')
    const another = () => this.connect(`${name} again`)
    const peer = new TcpPeer(outcome, this.program, this.#payloads, [...this.#clients], another)
    this.#clients.push(peer)
    return peer
  }

  /**
   * A client can connect, and the program stays. One that ends by itself right after listen() is met while it listens
   * or is not, as luck will have it: so it must outlive the connection for about as long as it took to start. A
   * program that failed in a later call did listen, whether it was met or not.
   */
  async comesUp(): Promise<void> {
    const { program } = this
    const { recorder } = program
    let met = false
    try {
      const { stream } = await this.connect('client 1')
      met = true
      const served = () => (stream.unread().length > 0 ? true : undefined)
      const startedAtMs = recorder.events.find(({ event }) => event === 'start')?.atMs ?? 0
      const tookMs = Math.min(Math.max(recorder.nowMs() - startedAtMs, 50), 1000)
      await recorder.window(tookMs, () => served() ?? program.exit ?? undefined)
      if (program.exit === null || served()) return
      // What it sent right before it ended may still be on its way to us.
      await recorder.window(nothingMoreMs, () => served() ?? stream.over ?? undefined)
      if (served()) return
    } catch (error) {
      if (!(error instanceof Broken) || program.exit === null) throw error
    }
    if (met ? await this.endedBecauseOfClient('tcp') : this.#failedLater()) return
    throw new Broken({ kind: 'connect', by: 'client 1', first: true, why: 'exit' })
  }

  /** Whether a program that ended had come up: it failed in a later call, or another one that nobody calls stays. */
  async endedBecauseOfClient(transport: 'tcp' | 'udp'): Promise<boolean> {
    return this.#failedLater() || this.#livesAlone(transport)
  }

  async #livesAlone(transport: 'tcp' | 'udp'): Promise<boolean> {
    const port = await this.#takePort()
    const alone = this.#startAlone(port)
    const { recorder } = this.program
    const since = recorder.nowMs()
    const listening = () =>
      alone.exit !== null || listenersOn(transport, port).length > 0 ? true : undefined
    for (let look = 0; look < aloneLooks && listening() === undefined; look++)
      await recorder.window(ownerLookMs, listening)
    await recorder.window(
      Math.max(2 * (recorder.nowMs() - since), nothingMoreMs),
      () => alone.exit ?? undefined,
    )
    return alone.exit === null && listening() === true
  }

  #failedLater(): boolean {
    const error = this.#readError(this.program.stderrTail(stderrBytes))
    if (error?.call == null) return false
    return /^(recv|send)/.test(error.call) || (error.call === 'accept' && error.code === 'EBADF')
  }

  /** A UDP reference client. */
  async datagrams(name: string): Promise<DatagramPeer> {
    const peer = await UdpPeer.open(this.program, name, this.port, await this.#takePort())
    this.#peers.push(peer)
    return new DatagramPeer(peer, this, this.#payloads)
  }

  /** Holds the program while something goes on, so that it then finds all of it at once. */
  async whileHeld<T>(happens: () => Promise<T>): Promise<T> {
    const held = await this.program.pause()
    try {
      return await happens()
    } finally {
      if (held) this.program.resume()
    }
  }

  /** Connects clients while the program is held, so that they wait in its accept queue together. */
  async connectTogether(names: readonly string[]): Promise<TcpPeer[]> {
    return Promise.all(await this.whileHeld(() => queueUp(this, names)))
  }

  /** Connects clients on top of each other; each talks when all are connected or left waiting. */
  async burst(names: readonly string[], talk: (client: TcpPeer) => Promise<void>): Promise<void> {
    const queue = await queueUp(this, names)
    await allOf(queue.map(async (connecting) => talk(await connecting)))
  }

  /** Throws when it was not the student's program that was reached. Asked before anything is believed. */
  async confirm(): Promise<void> {
    const stranger = await this.#owner
    if (stranger !== null) throw stranger
  }

  /** Every client finishes. */
  async finishAll(): Promise<void> {
    await Promise.all(this.#streams.map((stream) => stream.finish()))
  }

  close(): void {
    for (const stream of this.#streams) stream.discard()
    for (const peer of this.#peers) peer.close()
  }

  get reached(): boolean {
    return this.#reached
  }

  reachedByDatagram(): void {
    const first = !this.#reached
    this.#reached = true
    if (first) this.#owner = this.#checkOwner('udp')
  }

  /**
   * Makes sure that it is the student's program that answers, and not one that happens to hold its port. A program
   * that closes its listener or dies meanwhile is none of that: only a listener that stays, while the program lives
   * and does not hold it, is somebody else's.
   */
  async #checkOwner(transport: 'tcp' | 'udp'): Promise<Unsettled | null> {
    const { recorder, pid } = this.program
    await nextTurn() // the client speaks first: a program may be impatient, and looking takes a while
    let suspects = listenersOn(transport, this.port)
    for (let look = 0; look < ownerLooks; look++) {
      if (suspects.length === 0 || this.program.exit !== null || holdsAny(pid, suspects)) return null
      await recorder.window(ownerLookMs, () => this.program.exit ?? undefined)
      const still = listenersOn(transport, this.port)
      suspects = suspects.filter((inode) => still.includes(inode))
    }
    return new Unsettled(`Port ${this.port} was taken by another program while this check ran.`)
  }
}
