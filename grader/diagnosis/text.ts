const mostShown = 60

type Cell = { readonly shown: string; readonly size: number }

const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', "'": "\\'" }

const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0').toUpperCase()

/** As `48 45 4C`, at most `most` bytes. */
export function hex(bytes: Uint8Array, most = 16): string {
  const shown = [...bytes.subarray(0, most)].map(hexByte).join(' ')
  return bytes.length > most ? `${shown} …` : shown
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

// One cell a character, so that a byte's column can be told; bytes that are no UTF-8 stand alone.
function cellsOf(bytes: Uint8Array): Cell[] {
  const text = decode(bytes)
  if (text === null) {
    return [...bytes].map((byte) => {
      const shown = byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${hexByte(byte)}`
      return { shown, size: 1 }
    })
  }
  return [...text].map((letter) => {
    const code = letter.codePointAt(0) ?? 0
    const hidden = code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x2028 && code <= 0x202e) || code === 0xfeff
    const shown = escapes[letter] ?? (hidden ? `\\u{${code.toString(16)}}` : letter)
    return { shown, size: new TextEncoder().encode(letter).length }
  })
}

/** Quoted, with what cannot be seen escaped; cut in the end when long. */
export function quote(bytes: Uint8Array): string {
  const cells = cellsOf(bytes)
  const shown = cells.slice(0, mostShown).map((cell) => cell.shown)
  return cells.length > mostShown ? `'${shown.join('')}…'` : `'${shown.join('')}'`
}

export const quoteText = (text: string): string => quote(new TextEncoder().encode(text))

export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** `'HELLO' (5 bytes)` */
export const sized = (bytes: Uint8Array): string => `${quote(bytes)} (${count(bytes.length, 'byte')})`

export function firstDifference(want: Uint8Array, got: Uint8Array): number {
  const common = Math.min(want.length, got.length)
  for (let i = 0; i < common; i++) if (want[i] !== got[i]) return i
  return common
}

/** What came, with a caret under the first byte that differs, and that byte in hex beside the wanted one. */
export function pointOut(want: Uint8Array, got: Uint8Array): string {
  const at = firstDifference(want, got)
  const cells = cellsOf(got)
  let [offset, index] = [0, 0]
  while (index < cells.length && offset + (cells[index]?.size ?? 1) <= at) offset += cells[index++]?.size ?? 1
  const from = Math.max(0, index - mostShown / 2)
  const before = cells.slice(from, index).map((cell) => cell.shown)
  const after = cells.slice(index, index + mostShown / 2).map((cell) => cell.shown)
  const [head, tail] = [from > 0 ? '…' : '', index + mostShown / 2 < cells.length ? '…' : '']
  const line = `'${head}${before.join('')}${after.join('')}${tail}' (${count(got.length, 'byte')})`
  const column = 1 + [...head, ...before.join('')].length
  return `${line}\n${' '.repeat(column)}^ byte ${at}: ${at < got.length ? hex(got.subarray(at), 6) : 'the end'}${wanted(want, at)}`
}

function wanted(want: Uint8Array, at: number): string {
  return at < want.length ? `, expected ${hex(want.subarray(at), 6)}` : ', expected nothing more'
}

export const startsWith = (bytes: Uint8Array, prefix: Uint8Array): boolean =>
  prefix.length <= bytes.length && firstDifference(prefix, bytes) === prefix.length

export const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && startsWith(a, b)

export function includes(bytes: Uint8Array, part: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from(part))
}
