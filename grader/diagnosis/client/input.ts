import type { Case } from '../../model/diagnosis.ts'
import { finding, type Finding } from '../finding.ts'
import { afterwards } from '../evidence/story.ts'

/** Whether the program went on once its standard input had been ended for it. */
export const cameLate = (broken: Case): boolean =>
  afterwards(broken).some(
    ({ actor, event }) => actor.startsWith('server') && (event === 'receive' || event === 'accept'),
  )

export function waitsForEndOfInput(what: string, expected: string): Finding {
  const text = `A full line is on your standard input, but ${what} until the input was ended: you wait for end-of-input. Read ONE line.`
  return finding('waits-for-stdin-eof', text, expected, 'nothing until standard input was ended')
}
