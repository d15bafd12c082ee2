import { relatives } from './family.ts'
import { openThings } from './processes.ts'

/**
 * How many descriptors a program and what came of it hold open; null where `/proc` does not tell. What a child has
 * inherited is the same thing as its parent's and counts once: else a server that forks its workers when they are
 * first needed would look like one that forgets to close.
 */
export function openDescriptors(leader: number): number | null {
  const counts = new Map<string, number>()
  for (const pid of relatives(leader)) {
    for (const [thing, count] of tally(openThings(pid))) {
      counts.set(thing, Math.max(count, counts.get(thing) ?? 0))
    }
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return all === 0 ? null : all
}

function tally(things: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return counts
}
