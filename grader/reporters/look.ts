import { createColors } from 'picocolors'

type Colors = ReturnType<typeof createColors>

/** How a report is to look: for which width, with which colours, in which letters. */
export type Look = { readonly columns: number; readonly colors: Colors; readonly unicode: boolean }

const [narrow, wide] = [72, 100]

/** The terminal this process writes to. A pipe has no width: it gets the widest. */
export function lookOfTerminal(): Look {
  const { env, stdout } = process
  const columns = Math.min(Math.max(stdout.columns ?? wide, narrow), wide)
  return { columns, colors: createColors(), unicode: (env['NO_UNICODE'] ?? '') === '' }
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/[“”]/g, '"'],
  [/[‘’]/g, "'"],
  [/…/g, '...'],
  [/[–—]/g, '-'],
]

const spell = (text: string): string => spellings.reduce((sofar, [from, to]) => sofar.replace(from, to), text)

/** Our own punctuation in ASCII; what a program wrote in other letters is not touched. A caret moves with its byte. */
export function inAscii(text: string): string {
  const lines = text.split('\n')
  return lines
    .map((line, i) => {
      const column = /^ *(?=\^)/.exec(line)?.[0].length ?? 0
      const before = (lines[i - 1] ?? '').slice(0, column)
      return ' '.repeat(column === 0 ? 0 : spell(before).length - before.length) + spell(line)
    })
    .join('\n')
}
