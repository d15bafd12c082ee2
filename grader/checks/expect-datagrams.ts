import type { Datagram } from '../harness/udp-peer.ts'
import { Broken } from './broken.ts'
import { whileMoreComes } from './keep-coming.ts'
import type { DatagramPeer } from './peers.ts'
import { nothingMoreMs } from './times.ts'

export type DatagramExpectations = {
  /** The next datagram is exactly this one. */
  toReceive(want: string | Uint8Array): Promise<void>
  /** These datagrams arrive, each once, in any order. */
  toReceiveAll(want: readonly (string | Uint8Array)[]): Promise<void>
  /** The next datagram is exactly this one, and comes from the port this client wrote to. */
  toReceiveFromServerPort(want: string | Uint8Array): Promise<void>
  /** Somebody holds the port: an answer comes, or the program lives on for 300 ms or ended because of the datagram. */
  toBeHeard(): Promise<void>
  /** No datagram follows within 300 ms. */
  toReceiveNothingMore(): Promise<void>
}

export function expectDatagrams(clients: readonly DatagramPeer[]): DatagramExpectations {
  const [client] = clients
  if (client === undefined) throw new Error('expect() needs at least one client')
  const { peer } = client
  const { program, port } = client.server
  const { recorder } = program

  async function arrive(count: number): Promise<readonly Datagram[]> {
    const enough = () => peer.unread().length >= count
    const settled = () => enough() || program.exit !== null
    await whileMoreComes(recorder, () => peer.unread().length, settled)
    // Nobody answers any more, but an answer may still be on its way.
    if (program.exit !== null) await recorder.window(nothingMoreMs, () => (enough() ? true : undefined))
    return peer.unread().slice(0, count)
  }

  function fail(want: readonly Buffer[], got: readonly Datagram[]): never {
    recorder.record('grader', 'deadline')
    throw new Broken({ kind: 'datagrams', by: peer.name, want, got })
  }

  async function receiveAll(data: readonly (string | Uint8Array)[]): Promise<void> {
    const want = data.map((each) => Buffer.from(each))
    const got = await arrive(want.length)
    if (!sameMultiset(want, got)) fail(want, got)
    peer.take(want.length)
  }

  return {
    toReceive: (want) => receiveAll([want]),
    toReceiveAll: receiveAll,

    async toReceiveFromServerPort(want) {
      const [answer] = await arrive(1)
      if (answer === undefined || !answer.bytes.equals(Buffer.from(want))) {
        fail([Buffer.from(want)], answer === undefined ? [] : [answer])
      }
      if (answer.from === `127.0.0.1:${port}`) return
      recorder.record('grader', 'deadline')
      throw new Broken({ kind: 'same-port', by: peer.name, from: answer.from })
    },

    async toBeHeard() {
      const answeredOrEnded = () => (peer.unread().length > 0 || program.exit !== null ? true : undefined)
      await recorder.window(nothingMoreMs, answeredOrEnded)
      if (peer.unread().length > 0 || program.exit === null) return
      if (await client.server.endedBecauseOfClient('udp')) return
      throw new Broken({ kind: 'connect', by: peer.name, first: true, why: 'exit' })
    },

    async toReceiveNothingMore() {
      const heard = () => clients.find((each) => each.peer.unread().length > 0)
      const loud = await recorder.window(nothingMoreMs, heard)
      if (loud === undefined) return
      recorder.record('grader', 'deadline')
      throw new Broken({ kind: 'datagrams', by: loud.peer.name, want: [], got: loud.peer.unread() })
    },
  }
}

function sameMultiset(want: readonly Buffer[], got: readonly Datagram[]): boolean {
  const sorted = (all: readonly Buffer[]) => all.map((bytes) => bytes.toString('latin1')).sort()
  const [left, right] = [sorted(want), sorted(got.map(({ bytes }) => bytes))]
  return left.length === right.length && left.every((bytes, i) => bytes === right[i])
}
