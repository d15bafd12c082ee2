import { Broken } from './broken.ts'
import { whileMoreComes } from './keep-coming.ts'
import type { TcpPeer } from './peers.ts'
import { aftermathMs, nothingMoreMs } from './times.ts'

export type TogetherExpectations = {
  /** Each client sends a message of its own, and gets it back before anybody sends more: nobody receives another's. */
  toBeEchoed(): Promise<void>
}

/** So many bytes of another client's message are no coincidence. */
const telltaleBytes = 6
const lengths = { from: 12, to: 42 }

type Talk = { readonly peer: TcpPeer; readonly want: Buffer }

/** What clients receive that talk at the same time. */
export function expectTogether(first: TcpPeer, peers: readonly TcpPeer[]): TogetherExpectations {
  return {
    async toBeEchoed() {
      const talks = peers.map((peer) => ({ peer, want: Buffer.from(peer.random(peer.between(lengths))) }))
      for (const { peer, want } of talks) await peer.send(want)
      const size = () => peers.reduce((sum, { stream }) => sum + stream.unread().length, 0)
      const done = () => talks.some(isWrong) || talks.every((talk) => isWhole(talk) || isOver(talk))
      await whileMoreComes(first.program.recorder, size, done)
      const suspect = talks.find(isWrong) ?? talks.find((talk) => !isWhole(talk))
      if (suspect !== undefined) await breakTogether(suspect, talks)
      for (const { peer, want } of talks) {
        peer.wanted = Buffer.concat([peer.wanted, want])
        peer.stream.take(want.length)
      }
    },
  }
}

const isWhole = ({ peer, want }: Talk) => peer.stream.unread().length >= want.length
const isOver = ({ peer }: Talk) => peer.stream.over !== null

function isWrong({ peer, want }: Talk): boolean {
  const got = peer.stream.unread()
  const common = Math.min(got.length, want.length)
  return !got.subarray(0, common).equals(want.subarray(0, common))
}

/** Fails, after a look at whose bytes came to whom and at what a silent program waits for. */
async function breakTogether(suspect: Talk, talks: readonly Talk[]): Promise<never> {
  const { stream, program } = suspect.peer
  const { recorder } = program
  const mixed = () => mixedUp(talks)
  recorder.record('grader', 'deadline')
  // The bytes of a silent client's may still be on their way to another one.
  if (mixed() === undefined) await recorder.window(nothingMoreMs, () => (mixed() ? true : undefined))
  const { talk, of } = mixed() ?? { talk: suspect, of: null }
  const { peer, want } = talk
  const [got, over] = [Buffer.from(peer.stream.unread()), peer.stream.over]
  const waitsFor = of === null && got.length === 0 && over === null ? await whatItWaitsFor(peer) : null
  throw new Broken({
    kind: 'together',
    by: of === null ? stream.name : peer.stream.name,
    of,
    before: peer.wanted.length > 0,
    others: talks.filter((each) => each !== talk && isWhole(each) && !isWrong(each)).length,
    want,
    got,
    why: waitsFor ?? over ?? (got.length > 0 ? 'different' : 'silence'),
  })
}

/** Somebody who got what another one had sent. */
function mixedUp(talks: readonly Talk[]): { readonly talk: Talk; readonly of: string } | undefined {
  for (const talk of talks) {
    const got = talk.peer.stream.unread()
    const owner = talks.find((other) => other !== talk && holdsPartOf(got, other.want))
    if (owner !== undefined) return { talk, of: owner.peer.stream.name }
  }
  return undefined
}

const holdsPartOf = (got: Buffer, message: Buffer) =>
  message.length >= telltaleBytes &&
  (got.includes(message.subarray(0, telltaleBytes)) || got.includes(message.subarray(-telltaleBytes)))

/** Not judged: whether the end of a line, or of everything, is what a program waits for. */
async function whatItWaitsFor(peer: TcpPeer): Promise<'newline' | 'finish' | null> {
  const { stream, program } = peer
  const answered = () => (stream.unread().length > 0 ? true : (stream.over ?? undefined))
  await peer.send('\n')
  if ((await program.recorder.until(aftermathMs, answered)) === true) return 'newline'
  await stream.finish()
  return (await program.recorder.until(aftermathMs, answered)) === true ? 'finish' : null
}
