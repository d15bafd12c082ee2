import { closest, distance } from 'fastest-levenshtein'

/** ` Did you mean "accept-loop"?`, or nothing when nothing is near. */
export function suggestion(wrong: string, known: readonly string[]): string {
  if (known.length === 0) return ''
  const near = closest(wrong, known as string[])
  return distance(wrong, near) <= Math.max(2, wrong.length / 2) || near.startsWith(wrong) ? ` Did you mean "${near}"?` : ''
}
