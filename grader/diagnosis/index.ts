import type { Case, Diagnosis } from '../model/diagnosis.ts'
import type { Expectation } from '../model/expectation.ts'
import { diagnoseBulk } from './server/bulk.ts'
import { diagnoseBeside, diagnoseTogether } from './server/concurrent.ts'
import { adviceFor } from './advice/advice.ts'
import { diagnoseCall } from './client/call.ts'
import { diagnoseDescriptors } from './server/descriptors.ts'
import { diagnoseDatagrams, diagnoseSamePort } from './server/datagrams.ts'
import { diagnoseFrame } from './server/frames.ts'
import { diagnoseTooEarly } from './server/half-close.ts'
import { diagnoseHangUpOn } from './server/hang-up.ts'
import { diagnoseEnding } from './ending.ts'
import { tellExplored } from './explored.ts'
import { errorOf, show, where } from './evidence/error.ts'
import type { CaseOf, Finding } from './finding.ts'
import { diagnoseFailure } from './client/failing.ts'
import { diagnoseClose, diagnoseExit, diagnoseOneCall, diagnoseOwnPort } from './client/leaving.ts'
import { diagnoseLine } from './client/line.ts'
import { diagnoseAfterLines } from './server/line-ends.ts'
import { diagnoseLineReplies } from './server/line-replies.ts'
import { diagnoseLookUp } from './client/lookup.ts'
import { diagnoseMail } from './client/mail.ts'
import { diagnosePings } from './client/pings.ts'
import { diagnosePrint } from './client/print.ts'
import { diagnoseLookup } from './store/lookup.ts'
import { diagnoseUnasked } from './store/unasked.ts'
import { diagnosePassedEnd, diagnoseRelayed, diagnoseTurnedAway, diagnoseUpstream } from './server/relay.ts'
import { diagnoseCarried, diagnoseMemory, diagnoseSpin } from './server/relay-load.ts'
import { diagnoseHear, diagnoseOverheard, diagnoseStalled } from './server/room.ts'
import { diagnoseExtra } from './server/reply.ts'
import { diagnoseDelivery } from './rdt/receiver.ts'
import { diagnoseTransmission } from './rdt/sender.ts'
import { diagnoseGiveUp } from './client/give-up.ts'
import { diagnoseOutput } from './client/output.ts'
import { diagnoseAskToClose, diagnoseRequest } from './client/request.ts'
import { diagnoseArrival } from './module/arrival.ts'
import { diagnoseModule } from './module/load.ts'
import { diagnoseRaise } from './module/raise.ts'
import { diagnoseSends } from './module/sends.ts'
import { reproduction } from './advice/reproduction.ts'
import { harmless, sentence } from './evidence/text.ts'
import { diagnoseEnd, diagnoseStream } from './server/stream.ts'
import { diagnoseUnreachable } from './server/unreachable.ts'
import { diagnoseBehind, diagnoseForward, diagnoseOriginEnd } from './server/proxy.ts'
import { diagnoseResponse } from './server/response.ts'
import { diagnoseSecret } from './server/secret.ts'
import { cameWrong } from './wrong.ts'

/** From what was seen to what it means. Pure: the same case always gives the same words. */
export function diagnose(broken: Case): Diagnosis {
  const { expectation } = broken
  if (expectation.kind !== 'explored') return diagnoseOne(broken)
  return tellExplored(broken, diagnoseOne({ ...broken, expectation: expectation.inner }), expectation)
}

function diagnoseOne(broken: Case): Diagnosis {
  const found = cameWrong(broken)
    ? withItsEnd(broken, byExpectation(broken))
    : (diagnoseEnding(broken) ?? byExpectation(broken))
  // The program wrote some of these words: its errors, its output, the addresses it claims to have used.
  return {
    symptom: found.symptom,
    message: harmless(found.message).replaceAll('\n', ' '),
    expected: harmless(found.expected),
    actual: harmless(found.actual),
    hint: harmless(found.hint ?? adviceFor(found.symptom, broken)),
    reproduce: reproduction(broken, found.symptom),
  }
}

/** Bytes that came are the first evidence; a crash that followed is told after them. */
function withItsEnd({ program }: Case, found: Finding): Finding {
  const error = errorOf(program)
  if (error === null || program.exit === null) return found
  return {
    ...found,
    message: `${found.message} Then your program crashed${where(error)}: ${sentence(show(error))}`,
  }
}

type Rules = {
  readonly [Kind in Exclude<Expectation['kind'], 'explored'>]: (broken: CaseOf<Kind>) => Finding
}

const rules: Rules = {
  connect: diagnoseUnreachable,
  stream: diagnoseStream,
  'line-replies': diagnoseLineReplies,
  'after-lines': diagnoseAfterLines,
  end: diagnoseEnd,
  'nothing-more': diagnoseExtra,
  frame: diagnoseFrame,
  'hang-up': diagnoseHangUpOn,
  'nothing-yet': diagnoseTooEarly,
  descriptors: diagnoseDescriptors,
  beside: diagnoseBeside,
  together: diagnoseTogether,
  bulk: diagnoseBulk,
  datagrams: diagnoseDatagrams,
  'same-port': diagnoseSamePort,
  lookup: diagnoseLookup,
  unasked: diagnoseUnasked,
  call: diagnoseCall,
  line: diagnoseLine,
  print: diagnosePrint,
  close: diagnoseClose,
  exit: diagnoseExit,
  failure: diagnoseFailure,
  'one-call': diagnoseOneCall,
  'own-port': diagnoseOwnPort,
  request: diagnoseRequest,
  'ask-to-close': diagnoseAskToClose,
  output: diagnoseOutput,
  'give-up': diagnoseGiveUp,
  response: diagnoseResponse,
  secret: diagnoseSecret,
  forward: diagnoseForward,
  'origin-end': diagnoseOriginEnd,
  behind: diagnoseBehind,
  pings: diagnosePings,
  mail: diagnoseMail,
  module: diagnoseModule,
  sends: diagnoseSends,
  raise: diagnoseRaise,
  delivery: diagnoseDelivery,
  arrival: diagnoseArrival,
  upstream: diagnoseUpstream,
  relayed: diagnoseRelayed,
  'passed-end': diagnosePassedEnd,
  'unreachable-origin': diagnoseTurnedAway,
  carried: diagnoseCarried,
  memory: diagnoseMemory,
  spin: diagnoseSpin,
  hear: diagnoseHear,
  overheard: diagnoseOverheard,
  stalled: diagnoseStalled,
  dns: diagnoseLookUp,
  transmission: diagnoseTransmission,
}

const byExpectation = (broken: Case): Finding =>
  (rules[broken.expectation.kind as keyof Rules] as (broken: Case) => Finding)(broken)
