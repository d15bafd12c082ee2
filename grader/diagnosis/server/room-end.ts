import type { Case } from '../../model/diagnosis.ts'
import { show, where } from '../evidence/error.ts'
import { missing } from '../evidence/story.ts'
import { capital } from '../evidence/text.ts'
import { finding, type Finding } from '../finding.ts'

/** A member's connection is over, because of what somebody else did. */
export function cutOff(broken: Case, when: string, wanted: string): Finding {
  const { error, exit } = broken.program
  const by = missing(broken)
  const how = error !== null && exit === null ? ` (your program printed ${show(error)}${where(error)})` : ''
  const text = `${capital(when)}, and then the connection of ${by} was closed${how}. What goes wrong with one client must not cut another one off.`
  return finding('cut-off-bystander', text, wanted, `the end of ${by}'s connection`)
}
