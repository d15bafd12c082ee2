import type { Case } from '../../model/diagnosis.ts'
import type { TraceLine } from '../../model/transcript.ts'

/** Questions a diagnosis asks of the program's own call trace, which may be missing. */
const is = (names: readonly string[]) => (line: TraceLine) => names.includes(line.call)

export const sending = ['send', 'sendall', 'sendto', 'sendmsg'] as const

/** The address of the last of these calls. */
export const lastAddress = (
  { program }: Case,
  names: readonly string[],
): readonly [string, number] | undefined =>
  program.calls.findLast((line) => is(names)(line) && line.address !== undefined)?.address

/** Calls that went somewhere, without a second line for the same one. */
export const outgoing = ({ program }: Case): TraceLine[] =>
  program.calls.filter((line) => is(sending)(line) && line.waits !== true && line.error === undefined)

/** The calls that had not returned when the check ended: what the program was waiting for. */
export function pending({ program }: Case): string[] {
  const waiting = new Map<string, string>()
  for (const { socket = 0, call, waits } of program.calls) {
    if (waits === true) waiting.set(`${socket} ${call}`, call)
    else waiting.delete(`${socket} ${call}`)
  }
  return [...new Set(waiting.values())]
}

const restMs = 3500

/**
 * Its trace tells of accept(), and for a long while before the deadline of nothing at all, not even of a call that waits:
 * the program has come to its end, and only an open socket keeps its process alive.
 */
export function hasComeToItsEnd(broken: Case): boolean {
  const { transcript, program } = broken
  const [first, last] = [program.calls[0], program.calls.at(-1)]
  if (first === undefined || last === undefined || pending(broken).length > 0 || program.exit !== null)
    return false
  if (!program.calls.some(({ call, error }) => call === 'accept' && error === undefined)) return false
  const at = (event: string) => transcript.find((each) => each.event === event)?.atMs ?? 0
  return at('deadline') - at('start') - (last.t - first.t) > restMs
}
