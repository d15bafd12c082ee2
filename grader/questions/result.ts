import type { Symptom } from '../model/symptom.ts'

/** What an answer is worth: the share of its points, from 0 to 1, or null when a teacher must say. */
export type Result = {
  readonly share: number | null
  readonly symptom: Symptom | null
  readonly message: string
  readonly expected: string
  readonly actual: string
  readonly hint: string
}

export const right: Result = { share: 1, symptom: null, message: '', expected: '', actual: '', hint: '' }

export const wrong = (
  symptom: Symptom,
  message: string,
  rest: Partial<Omit<Result, 'symptom' | 'message'>> = {},
): Result => ({ ...right, share: 0, symptom, message, ...rest })

const mostShown = 120

/** What a student wrote, as it would be typed; cut when it is long. */
export function written(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > mostShown ? `${line.slice(0, mostShown)}…` : line
}

export const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')
