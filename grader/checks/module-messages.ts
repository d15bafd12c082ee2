import type { Outcome, Unfit } from '../model/expectation-module.ts'
import type { ProgramError } from '../model/program.ts'

/** What a runner tells. It shares its process with the student's module, so nothing is believed unseen. */
type Message = { readonly [name: string]: unknown }

export const numberIn = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

export const bytesIn = (value: unknown): Buffer => Buffer.from(textIn(value), 'base64')

export function unfitFrom({ what, names, shown }: Message): Unfit {
  const known = what === 'value' || what === 'class' ? what : 'nothing'
  const all = Array.isArray(names) ? names.map(textIn).slice(0, 20) : []
  return { what: known, names: all, shown: textIn(shown) }
}

/** How a call ended; null when the message is about something else. */
export function outcomeFrom(
  { kind, shown, lazy, waiting, added, trace, type, broken }: Message,
  readError: (trace: string) => ProgramError | null,
): Outcome | null {
  const common = { waiting: numberIn(waiting), added: added === true }
  if (kind === 'returned') return { kind, shown: textIn(shown), lazy: lazy === true, ...common }
  if (kind === 'raised')
    return { kind, error: readError(textIn(trace)), type: textIn(type), broken: broken === true, ...common }
  return null
}
