import type { Case, Diagnosis } from '../model/diagnosis.ts'
import { diagnoseClient } from './client.ts'
import { diagnoseDatagrams, diagnoseSamePort } from './datagrams.ts'
import { hintFor, type CaseOf, type Finding } from './finding.ts'
import { diagnoseEnding } from './program.ts'
import { reproduction } from './reproduction.ts'
import { diagnoseEnd, diagnoseExtra, diagnoseStream } from './stream.ts'
import { diagnoseUnreachable } from './unreachable.ts'

/** From what was seen to what it means. Pure: the same case always gives the same words. */
export function diagnose(broken: Case): Diagnosis {
  const found = diagnoseEnding(broken) ?? byExpectation(broken)
  return { ...found, hint: hintFor(found), reproduce: reproduction(broken, found.symptom) }
}

function byExpectation(broken: Case): Finding {
  switch (broken.expectation.kind) {
    case 'connect':
      return diagnoseUnreachable(broken as CaseOf<'connect'>)
    case 'stream':
      return diagnoseStream(broken as CaseOf<'stream'>)
    case 'end':
      return diagnoseEnd(broken as CaseOf<'end'>)
    case 'nothing-more':
      return diagnoseExtra(broken as CaseOf<'nothing-more'>)
    case 'datagrams':
      return diagnoseDatagrams(broken as CaseOf<'datagrams'>)
    case 'same-port':
      return diagnoseSamePort(broken as CaseOf<'same-port'>)
    default:
      return diagnoseClient(broken)
  }
}
