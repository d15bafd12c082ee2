import type { Key } from '../model/question.ts'

type OrderKey = Extract<Key, { kind: 'order' }>

/** Whether `a` must come before `b`, be it by way of others. */
function isBefore({ before }: OrderKey, a: string, b: string, depth = before.length): boolean {
  return before.some(
    ([first, second]) =>
      first === a && (second === b || (depth > 0 && isBefore({ before } as OrderKey, second, b, depth - 1))),
  )
}

/** The first two neighbours-at-a-distance that stand the wrong way round, later one first. */
export function firstInversion(key: OrderKey, given: readonly string[]): readonly [string, string] | null {
  for (const [i, late] of given.entries())
    for (const early of given.slice(i + 1)) if (isBefore(key, early, late)) return [late, early]
  return null
}

/**
 * How many items must be moved elsewhere to make the order right: those outside the longest part that is in order.
 * Looks at every part, so questions stay short.
 */
export function misplaced(key: OrderKey, given: readonly string[]): number {
  let longest = 0
  for (let part = 0; part < 2 ** given.length; part++) {
    const kept = given.filter((_, i) => (part >> i) & 1)
    if (kept.length > longest && firstInversion(key, kept) === null) longest = kept.length
  }
  return given.length - longest
}
