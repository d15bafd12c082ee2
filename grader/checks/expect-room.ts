import type { RoomLine } from '../model/expectation-room.ts'
import { Broken } from './broken.ts'
import { whileMoreComes } from './keep-coming.ts'
import type { Member } from './room.ts'
import { listenTo } from './room-flood.ts'
import { noneOf, type Overheard } from './overheard.ts'
import { failToHear } from './room-silence.ts'
import { endMs, nothingMoreMs } from './times.ts'

export type RoomExpectations = {
  /** It is told who is there: exactly these, in any order. */
  toSeePresent(...others: Member[]): Promise<void>
  /** Each of them is told that this one has come, or has left. */
  toHearThat(other: Member, did: 'joined' | 'left'): Promise<void>
  /** Each of them is told something of this one, in whatever words. */
  toNotice(other: Member): Promise<void>
  /** Each of them hears what this one said, with its name in front. */
  toHear(speaker: Member, text: string): Promise<void>
  /** Each of them hears it, whatever stands around it. */
  toHearOf(speaker: Member, text: string): Promise<void>
  /** Each of them hears it in a line of its own, whatever stands in front of it. */
  toHearLine(speaker: Member, text: string): Promise<void>
  /** It gets a line that begins with `error`, and the end of the connection. */
  toBeRefused(): Promise<void>
  /** Within 300 ms none of them hears what it should not: see {@link Overheard}. */
  toHearNone(...what: Overheard[]): Promise<void>
  /** It hears all of what this one says, much, although another one reads nothing. */
  toHearMuch(speaker: Member, slow: Member): Promise<void>
}

/** No line is so long: whoever sends that much will not stop. */
const mostBytes = 256 * 1024

type Match = (line: string, by: Member) => boolean

/** What the members of a chat room hear. */
export function expectRoom(first: Member, all: readonly Member[]): RoomExpectations {
  const { recorder } = first.peer.program

  /** `isWrong` tells a line that came in place of the wanted one. */
  async function hear(want: RoomLine, isWanted: Match, isWrong: Match = () => false): Promise<void> {
    const missing = new Set(all)
    const size = () => all.reduce((sum, { peer }) => sum + peer.stream.everything().length, 0)
    const startSize = size()
    const never = (each: Member) =>
      each.peer.stream.over !== null || each.lines().some((line) => isWrong(line, each))
    const flooded = () => size() - startSize > mostBytes
    const look = () => {
      for (const each of missing) if (each.claim((line) => isWanted(line, each))) missing.delete(each)
      return missing.size === 0
    }
    await whileMoreComes(
      recorder,
      () => size() - startSize,
      () => look() || flooded() || [...missing].some(never),
    )
    // The others may still get it, and an end may still follow.
    if (missing.size > 0)
      await recorder.window(nothingMoreMs, () =>
        look() || [...missing].every(({ peer }) => peer.stream.over !== null) ? true : undefined,
      )
    const [one] = [...missing].toSorted((a, b) => Number(never(b)) - Number(never(a)))
    if (one === undefined) return
    const others = all.filter((each) => !missing.has(each)).map(({ nick }) => nick)
    await failToHear(one, want, (line) => isWanted(line, one), others)
  }

  return {
    async toSeePresent(...others) {
      const want = first.presence(others)
      await hear(
        want,
        (line) => sameList(line, want.names),
        (line) => /present|^error/i.test(line),
      )
    },

    async toHearThat(other, did) {
      const want = notice(other, did)
      await hear(
        want,
        (line) => line === want.line,
        (line) => line.includes(other.name) && line.includes(did),
      )
    },

    async toNotice(other) {
      await hear(notice(other, 'joined'), (line) => alike(line).includes(alike(other.name)))
    },

    async toHear(speaker, text) {
      const want = words(speaker, text)
      await hear(
        want,
        (line) => line === want.line,
        (line) => line.includes(text),
      )
    },

    async toHearOf(speaker, text) {
      await hear(words(speaker, text), (line) => alike(line).includes(alike(text)))
    },

    async toHearLine(speaker, text) {
      const alone = (line: string) =>
        alike(line).endsWith(alike(text)) && !/[a-z0-9]/i.test(line.at(-text.length - 1) ?? '')
      await hear(words(speaker, text), alone)
    },

    async toBeRefused() {
      const { nick, name, peer } = first
      const want = { about: 'refusal', of: nick, names: [], line: 'error', text: name } as const
      await hear(
        want,
        (line) => line.startsWith('error'),
        () => true,
      )
      first.hasName = false
      // Whether its end is a FIN or a reset is the same to somebody who is not wanted.
      if (await recorder.until(endMs, () => peer.stream.over ?? undefined)) return
      recorder.record('grader', 'deadline')
      throw new Broken({ ...first.misses(want, []), heard: [Buffer.from(want.line)] })
    },

    async toHearNone(...what) {
      const found = () => noneOf(all, what) ?? undefined
      const wrong = await recorder.window(nothingMoreMs, found)
      if (wrong === undefined) return
      recorder.record('grader', 'deadline')
      throw new Broken(wrong)
    },

    toHearMuch: (speaker, slow) => listenTo(first, speaker, slow),
  }
}

/** What a program makes of letters and blanks is the business of a check of its own. */
const alike = (text: string) => text.toLowerCase()

const notice = ({ nick, name }: Member, did: 'joined' | 'left'): RoomLine => ({
  about: did,
  of: nick,
  names: [],
  line: `* ${name} ${did}`,
  text: name,
})

const words = ({ nick, name }: Member, text: string): RoomLine => ({
  about: 'said',
  of: nick,
  names: [],
  line: `[${name}] ${text}`,
  text,
})

function sameList(line: string, names: readonly string[]): boolean {
  const listed = /^\* present:(?: (.*))?$/.exec(line)
  if (listed === null) return false
  const found = (listed[1] ?? '') === '' ? [] : (listed[1] ?? '').split(', ')
  return found.length === names.length && names.every((name) => found.includes(name))
}
