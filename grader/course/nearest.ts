import { closest, distance } from 'fastest-levenshtein'

const longest = 100

/** ` Did you mean "accept-loop"?`, or nothing when nothing is near. */
export function suggestion(wrong: string, known: readonly string[]): string {
  const near = nearest(wrong, known)
  return near === null ? '' : ` Did you mean "${near}"?`
}

/** The known word that somebody who wrote `wrong` may have meant. */
export function nearest(wrong: string, known: readonly string[]): string | null {
  if (known.length === 0 || wrong === '' || wrong.length > longest) return null
  const [lower, words] = [wrong.toLowerCase(), known.map((each) => each.toLowerCase())]
  const near = known[words.indexOf(closest(lower, words))] ?? ''
  const far = distance(lower, near.toLowerCase())
  return far <= Math.max(2, wrong.length / 2, near.length / 2) || near.toLowerCase().startsWith(lower)
    ? near
    : null
}
