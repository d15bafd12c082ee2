import { count, quote } from './text.ts'

/** `'a'`, `2 lines: 'a', 'b'`, `5 lines, the last of them 'e'` */
export function linesShown(lines: readonly Uint8Array[]): string {
  const last = lines.at(-1)
  if (last === undefined) return 'nothing'
  if (lines.length === 1) return quote(last, 60)
  if (lines.length > 3) return `${count(lines.length, 'line')}, the last of them ${quote(last, 40)}`
  return `${count(lines.length, 'line')}: ${lines.map((line) => quote(line, 40)).join(', ')}`
}

/** `bob`, `bob and carol`, `bob, carol and dave` */
export function people(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
