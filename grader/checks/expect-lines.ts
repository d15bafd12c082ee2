import { rightLines } from '../model/lines.ts'
import { Broken } from './broken.ts'
import { expectStream } from './expect-stream.ts'
import { whileMoreComes } from './keep-coming.ts'
import type { TcpPeer } from './peers.ts'
import { aftermathMs, nothingMoreMs, replyMs } from './times.ts'

export type LineExpectations = {
  /**
   * The next lines are these, in this order; where there are several right ones, any of them. A line ends with LF or
   * CRLF. What follows is left for later expectations. The first bytes must come within `ms`.
   */
  toReceiveLines(wanted: readonly (string | readonly string[])[], ms?: number): Promise<void>
  /** While the line it sends is not complete, this client gets nothing, for 300 ms. */
  toReceiveNoLineYet(): Promise<void>
  /** The stream ends, with no further reply; half a line, which this client sent last, may have got one. */
  toEndAfter(half: string): Promise<void>
}

const upperCaseAscii = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())

export function expectLines(peer: TcpPeer): LineExpectations {
  const { stream, program } = peer
  const { recorder } = program
  const by = stream.name

  return {
    async toReceiveLines(wanted, ms = replyMs) {
      const want = wanted.map((right) => [right].flat().map((text) => Buffer.from(text)))
      const look = () => rightLines(want, stream.unread())
      const settled = () => {
        const { right, wrong } = look()
        return wrong || right === want.length || stream.over !== null
      }
      await whileMoreComes(recorder, () => stream.unread().length, settled, ms)
      const { right, size, wrong } = look()
      const before = peer.linesReceived
      if (right === want.length) {
        peer.wanted = Buffer.concat([peer.wanted, stream.unread().subarray(0, size)])
        peer.linesReceived += right
        return stream.take(size)
      }
      recorder.record('grader', 'deadline')
      const over = stream.over
      const early = Buffer.from(stream.unread())
      // What follows is not judged but tells what the program does: more wrong replies, or a wait for our FIN.
      if (over === null && wrong) await recorder.window(nothingMoreMs, () => stream.over ?? undefined)
      if (over === null && !wrong) {
        await stream.finish()
        await recorder.until(aftermathMs, () => stream.over ?? undefined)
      }
      const got = wrong ? Buffer.from(stream.unread()) : early
      const why = wrong ? 'different' : (over ?? 'silence')
      throw new Broken({ kind: 'line-replies', by, before, want, got, why })
    },

    async toReceiveNoLineYet() {
      const any = () => (stream.unread().length > 0 || stream.over !== null ? true : undefined)
      await recorder.window(nothingMoreMs, any)
      if (stream.unread().length === 0) return // an early end is told by the reply that is missing then
      recorder.record('grader', 'deadline')
      await recorder.window(nothingMoreMs, () => stream.over ?? undefined)
      const got = Buffer.from(stream.unread())
      throw new Broken({
        kind: 'line-replies',
        by,
        before: peer.linesReceived,
        want: [],
        got,
        why: 'too early',
      })
    },

    async toEndAfter(half) {
      await expectStream(peer).toReachEnd()
      const replies = [half.toUpperCase(), upperCaseAscii(half)]
      const left = stream
        .unread()
        .toString()
        .replace(/\r?\n$/, '')
      if (stream.unread().length === 0 || (half !== '' && replies.includes(left))) return
      recorder.record('grader', 'deadline')
      const got = Buffer.from(stream.unread())
      throw new Broken({ kind: 'after-lines', by, half: Buffer.from(half), got })
    },
  }
}
