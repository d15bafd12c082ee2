import type { RoomLine } from '../model/expectation-room.ts'
import { Broken } from './broken.ts'
import type { Member } from './room.ts'
import { aftermathMs } from './times.ts'

type IsWanted = (line: string) => boolean

/** Fails, after a look at what a silent program waits for. `others` got the line. */
export async function failToHear(
  one: Member,
  want: RoomLine,
  isWanted: IsWanted,
  others: readonly string[] = [],
): Promise<never> {
  one.peer.program.recorder.record('grader', 'deadline')
  const misses = one.misses(want, others)
  if (misses.why !== 'silence') throw new Broken(misses)
  if (want.about === 'present' && want.names.length === 0 && (await greetsTheNext(one)))
    throw new Broken({ ...misses, heard: [Buffer.alloc(0)] })
  throw new Broken({ ...misses, waitedFor: await whoIsInTheWay(one, want, isWanted) })
}

/** Whether somebody who is not alone is told something. */
async function greetsTheNext(one: Member): Promise<boolean> {
  if (one.lines().length > 0 || one.peer.program.exit !== null) return false
  try {
    const next = await one.room.connect('bob')
    await next.giveName()
    const told = () => (next.lines().length > 0 || one.lines().length > 0 ? true : undefined)
    return (await one.peer.program.recorder.until(aftermathMs, told)) === true
  } catch (error) {
    if (error instanceof Broken) return false
    throw error
  }
}

/** Whose leaving brings the line: another one's, or that of the one it is about. */
async function whoIsInTheWay(one: Member, { of }: RoomLine, isWanted: IsWanted): Promise<string | null> {
  const { recorder } = one.peer.program
  const there = one.room.members.filter(({ peer }) => peer.stream.over === null)
  const others = there.filter((each) => each !== one && each.nick !== of)
  for (const each of [...others, ...there.filter(({ nick }) => nick === of)]) {
    await each.leave()
    if (await recorder.until(aftermathMs, () => (one.claim(isWanted) ? true : undefined))) return each.nick
  }
  return null
}
