import { cellsOf, count, enclose, hex, sized, slice, type Cell } from './text.ts'

// Columns shown of a text, so that it fits beside a label on a terminal of 80, and bytes looked at for them.
const room = 46
const nearby = 512

export function firstDifference(want: Uint8Array, got: Uint8Array): number {
  const common = Math.min(want.length, got.length)
  for (let i = 0; i < common; i++) if (want[i] !== got[i]) return i
  return common
}

const widthOf = (cells: readonly Cell[]) => cells.reduce((sum, { columns }) => sum + columns, 0)

/** How many of these cells, one after the other, fit into so many columns. */
function fitting(cells: readonly Cell[], columns: number): number {
  let [left, fit] = [columns, 0]
  for (const cell of cells) {
    left -= cell.columns
    if (left < 0) break
    fit++
  }
  return fit
}

/** The bytes quoted around byte `at`, with the column on which that byte is shown. */
function excerpt(bytes: Uint8Array, at: number): { readonly text: string; readonly column: number } {
  const { part, start } = slice(bytes, at - nearby, at + nearby)
  const cells = cellsOf(part)
  let [offset, index] = [start, 0]
  while (index < cells.length && offset + (cells[index]?.size ?? 1) <= at) offset += cells[index++]?.size ?? 1
  const [before, after] = [cells.slice(0, index), cells.slice(index)]
  const free = Math.max(room / 2, room - widthOf(after))
  const from = index - fitting(before.toReversed(), free)
  const shown = cells.slice(from)
  const to = from + fitting(shown, room)
  const head = start + from > 0 ? '…' : ''
  const tail = start + part.length < bytes.length || to < cells.length ? '…' : ''
  const text = cells.slice(from, to).map((cell) => cell.shown)
  const line = enclose(`${head}${text.join('')}${tail}`)
  return {
    text: `${line} (${count(bytes.length, 'byte')})`,
    column: 1 + head.length + widthOf(cells.slice(from, index)),
  }
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
