import type { Token, Tokens } from 'marked'
import type { Cell } from '../model/question.ts'
import type { Ready } from '../model/target.ts'

// Far more than an answer needs, and little enough for a parser of Markdown.
const mostBytes = 64 * 1024

/**
 * Reads the columns of tables and the text below headings, by name: the column `TCP server`, or `TCP` below the heading
 * `Servers`, is the answer `tcp-server`; the text below `Reasons` is the answer `reasons`.
 */
export async function readMarkdown(file: string, text: string): Promise<Ready> {
  if (text.length > mostBytes) {
    const message = `the file has ${text.length} characters; answers have at most ${mostBytes}.`
    return { problem: { message, place: `${file}:1:1`, excerpt: '' } }
  }
  // Only who grades answers pays for the parser.
  const { lexer } = await import('marked')
  const reader = new Reader()
  for (const token of lexer(text.replace(/^\uFEFF/, ''))) reader.read(token)
  const values = { ...reader.texts, ...reader.columns }
  return { answers: { file, values, lines: reader.lines } }
}

class Reader {
  readonly columns: Record<string, Cell[]> = {}
  readonly texts: Record<string, string> = {}
  readonly lines: Record<string, number> = {}
  #line = 1
  #row = 0
  #heading = ''

  read(token: Token): void {
    if (token.type === 'heading') this.#open(token.text as string)
    else if (token.type === 'table') this.#table(token as Tokens.Table)
    else if (token.type !== 'html' && this.#heading !== '') this.#text(token.raw)
    this.#line += token.raw.split('\n').length - 1
  }

  #open(title: string): void {
    this.#heading = slug(title)
    this.lines[this.#heading] ??= this.#line
  }

  #text(raw: string): void {
    this.texts[this.#heading] = `${this.texts[this.#heading] ?? ''}${raw}`
  }

  #table({ header, rows }: Tokens.Table): void {
    const names = header.map(({ text }) => columnName(text, this.#heading))
    for (const name of names) this.lines[name] ??= this.#line
    rows.forEach((row, i) => {
      const line = this.#line + 2 + i
      for (const [at, name] of names.entries()) {
        const cell = { text: row[at]?.text ?? '', line, row: this.#row }
        this.columns[name] = [...(this.columns[name] ?? []), cell]
      }
      this.#row++
    })
  }
}

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const roles = [
  ['tcp', 'udp'],
  ['server', 'client'],
] as const

function columnName(text: string, heading: string): string {
  const parts = roles.map((names) => {
    const inTitle = names.find((name) => slug(text).includes(name))
    return inTitle ?? names.find((name) => heading.includes(name))
  })
  return parts.includes(undefined) ? slug(text) : parts.join('-')
}
