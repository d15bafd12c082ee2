import { lookWhy } from './aftermath.ts'
import { Broken } from './broken.ts'
import { whileMoreComes } from './keep-coming.ts'
import type { TcpPeer } from './peers.ts'
import { expectAllBack } from './expect-bulk.ts'
import { answeredBeside } from './expect-beside.ts'
import { endMs, nothingMoreMs } from './times.ts'

export type StreamExpectations = {
  /** The next bytes are exactly these; what follows them is left for later expectations. */
  toReceive(want: string | Uint8Array): Promise<void>
  /** These bytes arrive; what surrounds them is another check's business, unless it was meant for an earlier client. */
  toReceiveAmongOthers(want: string | Uint8Array): Promise<void>
  /** As `toReceiveAmongOthers`, within 2 s, although `idle` is connected, too, and silent. */
  toReceiveBeside(idle: TcpPeer, want: string | Uint8Array): Promise<void>
  /** Everything that `sendMuch` sent comes back as it was. */
  toGetEverythingBack(): Promise<void>
  /** The peer finishes sending (FIN), at most `ms` from now; unread bytes do not matter. */
  toReachEnd(ms?: number): Promise<void>
  /** While this client has not finished, it gets no answer, for 300 ms. */
  toReceiveNothingYet(): Promise<void>
  /** No byte follows within 300 ms, or before the end of the stream when that comes earlier. */
  toReceiveNothingMore(): Promise<void>
}

/** Shorter answers may occur in others by chance. */
const distinctBytes = 6

type Match = 'yes' | 'not yet' | 'never'

export function expectStream(peer: TcpPeer): StreamExpectations {
  const { stream, program } = peer
  const { recorder } = program
  const by = stream.name

  async function settle(match: (got: Buffer) => Match): Promise<Match> {
    const settled = () => match(stream.unread()) !== 'not yet' || stream.over !== null
    await whileMoreComes(recorder, () => stream.unread().length, settled)
    return match(stream.unread())
  }

  // An addition of the program's own is another check's business; what belongs to another client is not an addition.
  const foreign = (got: Buffer, wanted: Buffer) =>
    peer.earlier.some((other) => {
      const theirs = other.wanted.length > distinctBytes && !wanted.includes(other.wanted)
      return theirs && got.includes(other.wanted)
    })

  async function receive(
    data: string | Uint8Array,
    match: (got: Buffer, want: Buffer) => Match,
  ): Promise<Buffer> {
    const want = Buffer.from(data)
    const verdict = await settle((got) => match(got, want))
    if (verdict === 'yes') {
      peer.wanted = Buffer.concat([peer.wanted, want])
      return want
    }
    throw new Broken({ kind: 'stream', by, want, ...(await lookWhy(stream, program)) })
  }

  return {
    async toReceive(data) {
      const want = await receive(data, (got, wanted) => {
        const common = Math.min(got.length, wanted.length)
        if (!got.subarray(0, common).equals(wanted.subarray(0, common))) return 'never'
        return got.length >= wanted.length ? 'yes' : 'not yet'
      })
      stream.take(want.length)
    },

    async toReceiveAmongOthers(data) {
      const want = await receive(data, (got, wanted) => {
        if (!got.includes(wanted)) return 'not yet'
        return foreign(got, wanted) ? 'never' : 'yes'
      })
      stream.take(stream.unread().indexOf(want) + want.length)
    },

    async toReceiveBeside(idle, data) {
      await answeredBeside(peer, idle, Buffer.from(data))
      await this.toReceiveAmongOthers(data)
    },

    toGetEverythingBack: () => expectAllBack(peer),

    async toReachEnd(ms = endMs) {
      const over = await recorder.until(ms, () => stream.over ?? undefined)
      if (over === 'end') return
      recorder.record('grader', 'deadline')
      throw new Broken({ kind: 'end', by, why: over ?? 'silence' })
    },

    async toReceiveNothingYet() {
      const early = () => stream.unread().length > 0 || stream.over !== null
      await recorder.window(nothingMoreMs, () => (early() ? true : undefined))
      if (stream.unread().length === 0) return // an early end is told by the answer that is missing then
      recorder.record('grader', 'deadline')
      await recorder.window(nothingMoreMs, () => stream.over ?? undefined)
      throw new Broken({ kind: 'nothing-yet', by, got: Buffer.from(stream.unread()) })
    },

    async toReceiveNothingMore() {
      await recorder.window(nothingMoreMs, () =>
        stream.unread().length > 0 || stream.over ? true : undefined,
      )
      if (stream.unread().length === 0) return
      recorder.record('grader', 'deadline')
      throw new Broken({ kind: 'nothing-more', by, want: peer.wanted, got: stream.everything() })
    },
  }
}
