import { Broken } from './broken.ts'
import type { TcpPeer } from './peers.ts'
import { whileMoreComes } from './keep-coming.ts'
import { carryBothWays, offerMuch } from './relay-bulk.ts'
import { staysIdle } from './relay-idle.ts'
import { otherSide, type Side, type Talk } from './relay.ts'
import { aftermathMs, nothingMoreMs, replyMs } from './times.ts'

export type RelayExpectations = {
  /** One side says this, and the other hears exactly it. */
  toCarry(from: Side, text: string | Uint8Array): Promise<void>
  /** One side finishes; the other hears of it, and is not cut off. */
  toPassEnd(from: Side): Promise<void>
  /** Both sides send so much at once, and both get all of it. */
  toCarryBothWays(bytes: number): Promise<void>
  /** The origin offers so much to a client that does not read: the program takes no more than it can hold. */
  toHoldBack(bytes: number): Promise<void>
  /** While nobody says anything, it uses less than half a second of processor time in 2 s. */
  toStayIdle(): Promise<void>
}

export type TurnedAwayExpectations = {
  /** Its connection is ended, by FIN or RST, because nobody is there for it; the program lives on. */
  toBeTurnedAway(): Promise<void>
}

export const expectTurnedAway = ({ stream, program }: TcpPeer): TurnedAwayExpectations => ({
  async toBeTurnedAway() {
    const { recorder } = program
    const by = stream.name
    const over = () => stream.over ?? (stream.unread().length > 0 ? true : undefined)
    await recorder.until(replyMs, over)
    const exit = await recorder.window(nothingMoreMs, () => program.exit ?? undefined)
    if (stream.over !== null && stream.unread().length === 0 && exit === undefined) return
    recorder.record('grader', 'deadline')
    const got = Buffer.from(stream.unread())
    const why = exit !== undefined ? 'exit' : got.length > 0 ? 'different' : 'silence'
    throw new Broken({ kind: 'unreachable-origin', by, got, why })
  },
})

/** Fewer bytes may be the same by chance. */
const telltale = 8

export function expectRelay(talk: Talk): RelayExpectations {
  const { recorder } = talk.client.program

  return {
    async toCarry(from, text) {
      const to = otherSide(from)
      const [speaker, hearer] = [talk.stream(from), talk.stream(to)]
      const want = Buffer.from(text)
      const first = talk.said.length === 0
      talk.said.push(want)
      speaker.send(want)
      const differs = () => {
        const got = hearer.unread()
        const common = Math.min(got.length, want.length)
        return !got.subarray(0, common).equals(want.subarray(0, common))
      }
      const whole = () => hearer.unread().length >= want.length
      const size = () => hearer.unread().length
      await whileMoreComes(recorder, size, () => differs() || whole() || hearer.over !== null)
      if (whole() && !differs()) return hearer.take(want.length)
      recorder.record('grader', 'deadline')
      await recorder.window(nothingMoreMs, () => undefined)
      const got = Buffer.from(hearer.unread())
      const why = hearer.over ?? (got.length > 0 ? 'different' : 'silence')
      const of = got.length > 0 ? ownerOf(got, talk) : listenerTo(want, talk)
      const helped = why === 'silence' && of === null && (await helps(talk, from, want))
      throw new Broken({
        kind: 'relayed',
        by: hearer.name,
        from: speaker.name,
        want,
        got,
        first,
        helped,
        of,
        why,
      })
    },

    async toPassEnd(from) {
      const hearer = talk.stream(otherSide(from))
      await talk.finish(from)
      const over = await recorder.until(replyMs, () => hearer.over ?? undefined)
      if (over === 'end') return
      recorder.record('grader', 'deadline')
      const why = over ?? 'silence'
      throw new Broken({ kind: 'passed-end', by: hearer.name, from: talk.stream(from).name, why })
    },

    toCarryBothWays: (bytes) => carryBothWays(talk, bytes),
    toHoldBack: (bytes) => offerMuch(talk, bytes),
    toStayIdle: () => staysIdle(talk),
  }
}

const partOf = (got: Buffer, said: Buffer) => got.includes(said.subarray(0, telltale))

/** Another client whose talk these bytes belong to. */
function ownerOf(got: Buffer, talk: Talk): string | null {
  const other = talk.relay.talks.find((each) => each !== talk && each.said.some((said) => partOf(got, said)))
  return other?.client.stream.name ?? null
}

/** Another client in whose talk these bytes came out. */
function listenerTo(said: Buffer, talk: Talk): string | null {
  const got = (each: Talk) =>
    partOf(each.upstream.unread(), said) || partOf(each.client.stream.unread(), said)
  return talk.relay.talks.find((each) => each !== talk && got(each))?.client.stream.name ?? null
}

/** After a silence: whether the program waits for the other side to speak. */
async function helps(talk: Talk, from: Side, want: Buffer): Promise<boolean> {
  const { recorder } = talk.client.program
  const hearer = talk.stream(otherSide(from))
  hearer.send(Buffer.from('go on\n'))
  const came = () => (hearer.unread().includes(want) ? true : undefined)
  return (await recorder.until(aftermathMs, came)) === true
}
