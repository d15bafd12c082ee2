import { headerBytes, headerFor, isUpperCaseOf, lengthIn } from '../model/frame.ts'
import { lookWhy } from './aftermath.ts'
import { Broken } from './broken.ts'
import { whileMoreComes } from './keep-coming.ts'
import type { TcpPeer } from './peers.ts'
import { aftermathMs, nothingMoreMs, replyMs } from './times.ts'

export type FrameExpectations = {
  /**
   * The next frame holds this payload in upper case; letters outside ASCII may be left as they are. Its header must
   * count the bytes that follow, whichever way the letters went.
   */
  toReceiveFrame(payload: string): Promise<void>
  /** The connection is closed, by FIN or RST, without a byte of an answer; the program lives on for `aliveMs`. */
  toBeHungUpOn(aliveMs?: number): Promise<void>
}

/** Upper case makes no text longer than this. */
const mostGrowth = 3

export function expectFrames(peer: TcpPeer): FrameExpectations {
  const { stream, program } = peer
  const { recorder } = program
  const by = stream.name

  return {
    async toReceiveFrame(payload) {
      const longest = mostGrowth * Buffer.byteLength(payload)
      const frame = () => {
        const length = lengthIn(stream.unread())
        if (length === null) return null
        if (length > longest) return 'never'
        return stream.unread().length < headerBytes + length
          ? null
          : stream.unread().subarray(0, headerBytes + length)
      }
      const settled = () => frame() !== null || stream.over !== null
      await whileMoreComes(recorder, () => stream.unread().length, settled)
      const came = frame()
      if (came !== null && came !== 'never' && isUpperCaseOf(payload, came.subarray(headerBytes)))
        return stream.take(came.length)
      const { got, why } = await lookWhy(stream, program)
      if (stream.everything().length === 0) await tryBackwards(peer, payload)
      throw new Broken({ kind: 'frame', by, want: payload, got, why })
    },

    async toBeHungUpOn(aliveMs = nothingMoreMs) {
      const answered = () => stream.unread().length > 0
      await recorder.until(replyMs, () => (answered() ? true : (stream.over ?? undefined)))
      if (!answered() && stream.over !== null) {
        // A program that dies closes its connections, too.
        const exit = await recorder.window(aliveMs, () => program.exit ?? undefined)
        if (exit === undefined) return
        recorder.record('grader', 'deadline')
        throw new Broken({ kind: 'hang-up', by, got: Buffer.alloc(0), why: 'exit' })
      }
      recorder.record('grader', 'deadline')
      if (answered()) await recorder.window(nothingMoreMs, () => stream.over ?? undefined)
      const got = Buffer.from(stream.unread())
      throw new Broken({ kind: 'hang-up', by, got, why: answered() ? 'different' : 'silence' })
    },
  }
}

/** After a failure: sends the frame with its header turned round, to learn whether the program reads it from there. */
async function tryBackwards({ program, another }: TcpPeer, payload: string): Promise<void> {
  const { recorder } = program
  if (program.exit !== null) return
  try {
    const client = await another()
    await client.send(
      Buffer.concat([headerFor(Buffer.byteLength(payload)).toReversed(), Buffer.from(payload)]),
    )
    await recorder.until(aftermathMs, () => (client.stream.unread().length > 0 ? true : undefined))
  } catch (error) {
    if (!(error instanceof Broken)) throw error
  }
}
