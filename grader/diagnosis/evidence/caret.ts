import { cellsOf, count, enclose, hex, sized, slice } from './text.ts'

// Characters shown on each side, and bytes looked at for them.
const around = 30
const nearby = 1024

export function firstDifference(want: Uint8Array, got: Uint8Array): number {
  const common = Math.min(want.length, got.length)
  for (let i = 0; i < common; i++) if (want[i] !== got[i]) return i
  return common
}

/** The bytes quoted around byte `at`, with the column on which that byte is shown. */
function excerpt(bytes: Uint8Array, at: number): { readonly text: string; readonly column: number } {
  const { part, start } = slice(bytes, at - nearby, at + nearby)
  const cells = cellsOf(part)
  let [offset, index] = [start, 0]
  while (index < cells.length && offset + (cells[index]?.size ?? 1) <= at) offset += cells[index++]?.size ?? 1
  const from = cells.length <= 2 * around ? 0 : Math.max(0, index - around)
  const to = Math.min(cells.length, Math.max(index + around, from + 2 * around))
  const [head, tail] = [
    start + from > 0 ? '…' : '',
    start + part.length < bytes.length || to < cells.length ? '…' : '',
  ]
  const shown = cells.slice(from, to).map((cell) => cell.shown)
  const before = cells.slice(from, index).reduce((sum, { columns }) => sum + columns, 0)
  const line = enclose(`${head}${shown.join('')}${tail}`)
  return { text: `${line} (${count(bytes.length, 'byte')})`, column: 1 + head.length + before }
}

/** What came, with a caret under the first byte that differs, and that byte in hex beside the wanted one. */
export function pointOut(want: Uint8Array, got: Uint8Array): string {
  const at = firstDifference(want, got)
  if (at === want.length && at === got.length) return sized(got)
  const { text, column } = excerpt(got, at)
  const here = at < got.length ? hex(got.subarray(at), 6) : 'the end'
  const wanted = at < want.length ? hex(want.subarray(at), 6) : 'the end'
  return `${text}\n${' '.repeat(column)}^ byte ${at}: ${here}, expected ${wanted}`
}

/** What was wanted, as much of it as shows the place where `got` differs. */
export const wantedBeside = (want: Uint8Array, got: Uint8Array): string =>
  excerpt(want, firstDifference(want, got)).text
