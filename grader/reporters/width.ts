/** Text on a terminal: how many columns it takes, and how it is broken into lines. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u

const letters = (text: string): string[] => Array.from(text)

const columnsOf = (letter: string): number => (/\p{M}/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1)

export const widthOf = (text: string): number =>
  letters(text).reduce((sum, letter) => sum + columnsOf(letter), 0)

/** The beginning of a text that takes at most `columns`. */
function beginning(text: string, columns: number): string {
  let [used, kept] = [0, '']
  for (const letter of text) {
    used += columnsOf(letter)
    if (used > columns) break
    kept += letter
  }
  return kept
}

/** At most `columns` of a text; `dots` stand for what is missing. */
export function crop(text: string, columns: number, dots = '…'): string {
  const kept = beginning(text, columns)
  return kept === text ? text : `${beginning(text, columns - dots.length)}${dots}`
}

export const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)))

// A word longer than a line is cut.
function pieces(word: string, columns: number): string[] {
  const lines: string[] = []
  for (let rest = word; rest !== ''; rest = rest.slice(lines.at(-1)?.length ?? rest.length)) {
    lines.push(beginning(rest, columns) || rest.slice(0, 1))
  }
  return lines
}

type Word = { readonly gap: string; readonly word: string }

/** Words, and code in backquotes where that fits in a line: nobody wants to read half a call. */
function words(text: string, columns: number): Word[] {
  const parts = [...text.matchAll(/(\s*)([^\s`]*`[^`]*`[^\s`]*|\S+)/g)]
  return parts.flatMap(([, gap = '', part = '']) =>
    (widthOf(part) > columns ? part.split(' ') : [part])
      .flatMap((word) => (widthOf(word) > columns ? pieces(word, columns) : [word]))
      .map((word, i) => ({ gap: i === 0 ? gap : ' ', word })),
  )
}

/** Broken between words; what stood between two of a line stays, since it may be of a payload. */
export function wrap(text: string, columns: number): string[] {
  if (widthOf(text) <= columns) return [text]
  const lines = ['']
  for (const { gap, word } of words(text, columns)) {
    const line = lines.at(-1) ?? ''
    if (line === '') lines[lines.length - 1] = word
    else if (widthOf(line) + gap.length + widthOf(word) > columns) lines.push(word)
    else lines[lines.length - 1] = `${line}${gap}${word}`
  }
  return lines
}

/** Evidence of several lines keeps its shape: a caret stays under its byte, and only what stands beside it may move. */
export function keepShape(text: string, columns: number, dots = '…'): string[] {
  return text.split('\n').flatMap((line) => {
    if (widthOf(line) <= columns) return [line]
    const [, caret, note] = /^( *\^) (.*)$/.exec(line) ?? []
    return caret === undefined || note === undefined
      ? [crop(line, columns, dots)]
      : [caret, ...wrap(note, columns)]
  })
}
