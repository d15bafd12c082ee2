import type { Symptom } from '../../model/symptom.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'

export type Sends = CaseOf<'sends'>

/** Columns of quoted bytes in a sentence. */
export const shown = 24

/** `8,388,608` */
export const number = (n: number): string => n.toLocaleString('en-US')

export const bytes = (n: number): string => `${number(n)} ${n === 1 ? 'byte' : 'bytes'}`

export function tell(broken: Sends, symptom: Symptom, text: string, actual: string, hint?: string): Finding {
  const { length } = broken.expectation.data
  const wanted = length === 0 ? 'no byte, and a return' : `all ${bytes(length)}, once and in order`
  return { ...finding(symptom, text, wanted, actual), ...(hint === undefined ? {} : { hint }) }
}
