import type { Case, Diagnosis } from '../model/diagnosis.ts'
import type { Expectation } from '../model/expectation.ts'
import type { Symptom } from '../model/symptom.ts'
import { advice } from './advice.ts'

/** What a rule found: the symptom and the sentences; advice and reproduction are added for all alike. */
export type Finding = Pick<Diagnosis, 'symptom' | 'message' | 'expected' | 'actual'> & { readonly hint?: string }

/** A case whose expectation is of one kind. */
export type CaseOf<Kind extends Expectation['kind']> = Case & { readonly expectation: Extract<Expectation, { kind: Kind }> }

export function finding(symptom: Symptom, message: string, expected: string, actual: string): Finding {
  return { symptom, message, expected, actual }
}

export const hintFor = ({ symptom, hint }: Finding): string => hint ?? advice[symptom]
