/** Text on a terminal: how many columns it takes, and how it is broken into lines. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u

const letters = (text: string): string[] => Array.from(text)

const columnsOf = (letter: string): number => (/\p{M}/u.test(letter) ? 0 : wide.test(letter) ? 2 : 1)

export const widthOf = (text: string): number =>
  letters(text).reduce((sum, letter) => sum + columnsOf(letter), 0)

/** At most `columns` of a text; what is missing is marked. */
export function crop(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  const kept = letters(text)
  while (kept.length > 0 && widthOf(kept.join('')) > columns - 1) kept.pop()
  return `${kept.join('')}…`
}

export const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)))

// A word longer than a line is cut.
function pieces(word: string, columns: number): string[] {
  const lines = ['']
  for (const letter of letters(word)) {
    if (widthOf(lines.at(-1) + letter) > columns) lines.push('')
    lines[lines.length - 1] += letter
  }
  return lines
}

/** Broken between words. */
export function wrap(text: string, columns: number): string[] {
  if (widthOf(text) <= columns) return [text]
  const lines = ['']
  for (const word of text
    .split(' ')
    .flatMap((each) => (widthOf(each) > columns ? pieces(each, columns) : [each]))) {
    const line = lines.at(-1) ?? ''
    if (line === '') lines[lines.length - 1] = word
    else if (widthOf(line) + 1 + widthOf(word) > columns) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

/** Evidence of several lines keeps its shape: a caret stays under its byte, and only what stands beside it may move. */
export function keepShape(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => {
    if (widthOf(line) <= columns) return [line]
    const [, caret, note] = /^( *\^) (.*)$/.exec(line) ?? []
    return caret === undefined || note === undefined ? [crop(line, columns)] : [caret, ...wrap(note, columns)]
  })
}
