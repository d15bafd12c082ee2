import { DatagramPeer, listen, Peer } from './peer.ts'
import type { Outcome, Program } from './program.ts'

/** What a conversation has at hand: the program, neutral peers, and the list of what both saw. */
export class Stage {
  readonly events: string[] = []
  readonly #program: Program
  readonly #cleanup: (() => void)[] = []

  constructor(program: Program) {
    this.#program = program
  }

  log(event: string): void {
    this.events.push(event)
  }

  /** Starts a call that will have to wait. */
  begin(on: string, call: string, ...args: unknown[]): Promise<Outcome> {
    return this.#program.begin(on, call, ...args)
  }

  /** Makes a call, logs it and its outcome, and answers what it returned. */
  async call(on: string, call: string, ...args: unknown[]): Promise<unknown> {
    return this.tell(`${on}.${call}`, await this.begin(on, call, ...args))
  }

  tell(call: string, { value, error }: Outcome): unknown {
    // Ports differ from run to run.
    const text = JSON.stringify(value)?.replace(/("[\d.:a-f]+",)\d{2,}/, '$1port')
    this.log(`${call} -> ${error ?? text}`)
    return value
  }

  /** Makes a call whose outcome is not part of the comparison. */
  async quietly(on: string, call: string, ...args: unknown[]): Promise<unknown> {
    const { value, error } = await this.begin(on, call, ...args)
    if (error !== undefined) throw new Error(`${on}.${call}: ${error}`)
    return value
  }

  /** A listening socket `server` in the program; answers its port. */
  async serve(family = 'AF_INET', host = '127.0.0.1'): Promise<number> {
    await this.quietly('server', 'socket', family, 'SOCK_STREAM')
    await this.quietly('server', 'bind', [host, 0])
    await this.quietly('server', 'listen', 5)
    return this.port('server')
  }

  /** A connection accepted by the program, as `connection`, and its neutral other end. */
  async accepted(): Promise<Peer> {
    const peer = this.keep(await Peer.dial(await this.serve()))
    await this.quietly('server', 'accept', 'connection')
    return peer
  }

  /** A connection dialled by the program, as `client`, and its neutral other end. */
  async dialled(): Promise<Peer> {
    const server = await this.listen()
    await this.quietly('client', 'socket', 'AF_INET', 'SOCK_STREAM')
    await this.quietly('client', 'connect', ['127.0.0.1', server.port])
    return server.next()
  }

  /** A bound UDP socket `server` in the program; answers its port. */
  async mailbox(): Promise<number> {
    await this.quietly('server', 'socket', 'AF_INET', 'SOCK_DGRAM')
    await this.quietly('server', 'bind', ['127.0.0.1', 0])
    return this.port('server')
  }

  async port(on: string): Promise<number> {
    const [, port] = (await this.quietly(on, 'getsockname')) as [string, number]
    return port
  }

  async dial(port: number, host?: string): Promise<Peer> {
    return this.keep(await Peer.dial(port, host))
  }

  async listen() {
    const server = this.keep(await listen())
    return { port: server.port, next: async () => this.keep(await server.next()) }
  }

  async datagrams(): Promise<DatagramPeer> {
    return this.keep(await new DatagramPeer().open())
  }

  async end(): Promise<void> {
    for (const cleanup of this.#cleanup.splice(0)) cleanup()
    await this.quietly('all', 'forget')
  }

  keep<T extends { close: () => void }>(thing: T): T {
    this.#cleanup.push(() => thing.close())
    return thing
  }
}
