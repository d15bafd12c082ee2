import type { YAMLError } from 'yaml'
import type { Ready } from '../model/target.ts'

/** Reads `question: answer` lines; an error is told with its line, and what was expected there. */
export async function readYaml(file: string, text: string): Promise<Ready> {
  // Only who grades answers pays for the parser.
  const { isMap, isScalar, LineCounter, parseDocument } = await import('yaml')
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter })
  const excerptOf = (line: number) => (text.split(/\r?\n/)[line - 1] ?? '').slice(0, 200)
  const problem = (line: number, column: number, message: string): Ready => ({
    problem: { message, place: `${file}:${line}:${column}`, excerpt: excerptOf(line) },
  })
  const [error] = document.errors
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0])
    return problem(line, col, inOurWords(error))
  }
  if (document.contents !== null && !isMap(document.contents))
    return problem(1, 1, 'expected a line `question: answer` for each question.')
  const lines: Record<string, number> = {}
  for (const { key } of document.contents?.items ?? [])
    if (isScalar(key) && key.range) lines[String(key.value)] = lineCounter.linePos(key.range[0]).line
  try {
    // As JSON: it goes to another process, and nothing in it is more than data.
    const values = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 20 }) ?? {})) as Record<
      string,
      unknown
    >
    return { answers: { file, values, lines } }
  } catch (reason) {
    // More aliases than any answer needs: a file that is made to grow.
    return problem(1, 1, `${(reason as Error).message}.`)
  }
}

const reasons: { readonly [code in YAMLError['code']]?: string } = {
  BAD_INDENT: 'the line is not indented like its neighbours, or a bracket above it is not closed.',
  BLOCK_AS_IMPLICIT_KEY:
    'there is a second `: ` here, or the line below is indented too far; put a text that has one behind a `|`, or in quotes.',
  DUPLICATE_KEY: 'this name stands here for the second time.',
  MISSING_CHAR: 'a `:`, a quote or a bracket is missing before this place.',
  MULTILINE_IMPLICIT_KEY: 'expected `name: value` on one line.',
  MULTIPLE_DOCS: 'the file has a second part behind `---`; answers stand in one.',
  TAB_AS_INDENT: 'the line is indented by a tab; YAML wants blanks.',
}

function inOurWords({ code, message }: YAMLError): string {
  const [theirs = ''] = message.split('\n')
  return reasons[code] ?? `${theirs.replace(/ at line \d+, column \d+:?$/, '')}.`
}
