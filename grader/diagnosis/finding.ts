import type { Case, Diagnosis } from '../model/diagnosis.ts'
import type { Expectation } from '../model/expectation.ts'
import type { Symptom } from '../model/symptom.ts'
import { wantedBeside, pointOut } from './evidence/caret.ts'

/** What a rule found: the symptom and the sentences; advice and reproduction are added for all alike. */
export type Finding = Pick<Diagnosis, 'symptom' | 'message' | 'expected' | 'actual'> & {
  /** Better advice than the symptom's own. */
  readonly hint?: string
}

/** A case whose expectation is of one kind. */
export type CaseOf<Kind extends Expectation['kind']> = Case & {
  readonly expectation: Extract<Expectation, { kind: Kind }>
}

export function finding(symptom: Symptom, message: string, expected: string, actual: string): Finding {
  return { symptom, message, expected, actual }
}

/** A finding about bytes: the evidence is where they differ. */
export const different = (symptom: Symptom, message: string, want: Uint8Array, got: Uint8Array): Finding =>
  finding(symptom, message, wantedBeside(want, got), pointOut(want, got))

/** The first rule that recognises something. */
export function firstOf<Args extends readonly unknown[]>(
  ...rules: readonly ((...args: Args) => Finding | null)[]
): (...args: Args) => Finding | null {
  return (...args) => {
    for (const rule of rules) {
      const found = rule(...args)
      if (found !== null) return found
    }
    return null
  }
}
