/** How bytes and foreign text are shown: nothing invisible, nothing that a terminal would obey, nothing endless. */
const mostShown = 48

/** What is shown for one character, the bytes it stands for and the columns it takes on a terminal. */
export type Cell = { readonly shown: string; readonly size: number; readonly columns: number }

const escapes: Record<string, string> = { '\0': '\\0', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' }

// Controls, formats (direction overrides, joiners), unassigned and private ones, and all blanks but the usual one.
const hidden = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u
const mark = /\p{M}/u
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u

const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0').toUpperCase()

/** As `48 45 4C`, at most `most` bytes. */
export function hex(bytes: Uint8Array, most = 16): string {
  const shown = [...bytes.subarray(0, most)].map(hexByte).join(' ')
  return bytes.length > most ? `${shown} …` : shown
}

export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function cellOf(letter: string): Cell {
  const size = Buffer.byteLength(letter)
  const escaped =
    escapes[letter] ?? (hidden.test(letter) ? `\\u{${letter.codePointAt(0)?.toString(16)}}` : null)
  if (escaped !== null) return { shown: escaped, size, columns: escaped.length }
  return { shown: letter, size, columns: mark.test(letter) ? 0 : wide.test(letter) ? 2 : 1 }
}

/** One cell a character, so that a byte's column can be told; bytes that are no UTF-8 stand alone. */
export function cellsOf(bytes: Uint8Array): Cell[] {
  const text = decode(bytes)
  if (text !== null) return Array.from(text, cellOf)
  return [...bytes].map((byte) => {
    if (byte >= 0x20 && byte < 0x7f) return cellOf(String.fromCharCode(byte))
    return { shown: `\\x${hexByte(byte)}`, size: 1, columns: 4 }
  })
}

/** Around a text that holds one kind of quotes the other kind is put; around one that holds both, backquotes. */
export function enclose(text: string): string {
  const quoteMark = ["'", '"', '`'].find((each) => !text.includes(each)) ?? "'"
  return `${quoteMark}${text}${quoteMark}`
}

/** From `from` to `to`, moved outwards so that no UTF-8 character is cut. */
export function slice(
  bytes: Uint8Array,
  from: number,
  to: number,
): { readonly part: Uint8Array; readonly start: number } {
  const inside = (i: number) => ((bytes[i] ?? 0) & 0xc0) === 0x80
  let [start, end] = [Math.max(0, from), Math.min(bytes.length, to)]
  for (let i = 0; i < 3 && start > 0 && inside(start); i++) start--
  for (let i = 0; i < 3 && inside(end); i++) end++
  return { part: bytes.subarray(start, end), start }
}

/** Quoted, with what cannot be seen escaped; cut in the end when it takes more than `most` columns. */
export function quote(bytes: Uint8Array, most = mostShown): string {
  const cells = cellsOf(slice(bytes, 0, 4 * most).part)
  let [used, shown] = [0, '']
  for (const cell of cells) {
    used += cell.columns
    if (used > most) return enclose(`${shown}…`)
    shown += cell.shown
  }
  return enclose(bytes.length > 4 * most ? `${shown}…` : shown)
}

export const bytesOfText = (text: string): Uint8Array => new TextEncoder().encode(text)

export const quoteText = (text: string, most?: number): string => quote(bytesOfText(text), most)

/** Foreign text inside a sentence: one line, without quotes. */
export function plain(text: string, most = 200): string {
  const cells = Array.from(text.slice(0, 4 * most), (letter) =>
    letter === "'" || letter === '\\' ? letter : cellOf(letter).shown,
  )
  return cells.length > most ? `${cells.slice(0, most).join('')}…` : cells.join('')
}

/** Lines with nothing in them that a terminal or a reader would mistake for something else. */
export const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (letter) =>
    letter === '\n' ? letter : cellOf(letter).shown,
  )

export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** `'HELLO' (5 bytes)` */
export const sized = (bytes: Uint8Array): string => `${quote(bytes)} (${count(bytes.length, 'byte')})`

export const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

export const startsWith = (bytes: Uint8Array, prefix: Uint8Array): boolean =>
  same(bytes.subarray(0, prefix.length), prefix)

/** Where `part` begins in `bytes`; -1 when it does not occur. */
export const indexOf = (bytes: Uint8Array, part: Uint8Array): number =>
  Buffer.from(bytes).indexOf(Buffer.from(part))

export const includes = (bytes: Uint8Array, part: Uint8Array): boolean => indexOf(bytes, part) !== -1

/** With one full stop at its end, unless it ends with a mark of its own. */
export const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
