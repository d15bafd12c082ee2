import type { ReferenceServer } from '../harness/reference-server.ts'
import type { Stream } from '../harness/stream.ts'
import { Broken } from './broken.ts'
import type { TcpPeer } from './peers.ts'
import type { ServerUnderTest } from './server.ts'
import { nothingMoreMs, replyMs } from './times.ts'

/** A relay with a client before it and an origin behind it. */
export class Relay {
  readonly server: ServerUnderTest
  readonly origin: ReferenceServer
  readonly talks: Talk[] = []

  constructor(server: ServerUnderTest, origin: ReferenceServer) {
    this.server = server
    this.origin = origin
  }

  /** Connects a client, and waits for the connection that the relay makes for it. */
  async connect(name: string): Promise<Talk> {
    const before = this.origin.connections.length
    const client = await this.server.connect(name)
    const { recorder } = client.program
    const over = () => client.stream.over ?? undefined
    await recorder.until(replyMs, () => this.origin.connections[before] ?? over())
    // Of a client that was hung up on, the connection may still be on its way.
    if (over()) await recorder.window(nothingMoreMs, () => this.origin.connections[before])
    const upstream = this.origin.connections[before]
    if (upstream === undefined) {
      recorder.record('grader', 'deadline')
      throw new Broken({ kind: 'upstream', by: name, before, why: over() ?? 'silence' })
    }
    const talk = new Talk(client, upstream, this)
    this.talks.push(talk)
    return talk
  }
}

/** A client, the connection to the origin that was made for it, and what lies between them. */
export class Talk {
  readonly client: TcpPeer
  readonly upstream: Stream
  readonly relay: Relay
  /** What each side has sent, so that bytes at the wrong place are recognised. */
  readonly said: Buffer[] = []

  constructor(client: TcpPeer, upstream: Stream, relay: Relay) {
    this.client = client
    this.upstream = upstream
    this.relay = relay
  }

  random(length?: number): string {
    return this.client.random(length)
  }

  /** The client finishes, or the origin does. */
  finish(side: Side): Promise<void> {
    return this.stream(side).finish()
  }

  stream(side: Side): Stream {
    return side === 'client' ? this.client.stream : this.upstream
  }
}

export type Side = 'client' | 'origin'
export const otherSide = (side: Side): Side => (side === 'client' ? 'origin' : 'client')

/** What a client and an origin say to each other goes through the student's relay. */
export const relayTo = (origin: ReferenceServer, server: ServerUnderTest): Relay => new Relay(server, origin)
