import { createColors } from 'picocolors'

type Colors = ReturnType<typeof createColors>

/** How a report is to look: for which width, with which colours, in which letters. */
export type Look = { readonly columns: number; readonly colors: Colors; readonly unicode: boolean }

const [narrow, wide] = [60, 100]

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

/** Our own punctuation in ASCII; what a program wrote is not touched. */
export const inAscii = (text: string): string =>
  spellings.reduce((sofar, [from, to]) => sofar.replace(from, to), text)
