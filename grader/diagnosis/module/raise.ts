import { explanation } from '../advice/explanations.ts'
import { show, where } from '../evidence/error.ts'
import { count, quoteText, sentence } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { endedInCall } from './load.ts'
import { notAwaited } from './not-awaited.ts'

type Raise = CaseOf<'raise'>

/** send() failed, and the caller was not told so. */
export function diagnoseRaise(broken: Raise): Finding {
  const { why, name, sends, outcome } = broken.expectation
  const after = sends.filter(({ took }) => took === null).length
  const tell = (symptom: Finding['symptom'], text: string, actual: string) =>
    finding(symptom, text, 'an error that reaches the caller', actual)
  const early = notAwaited(broken.expectation)
  if (early !== null) return early
  if (outcome?.kind === 'raised') {
    const { error } = outcome
    const what =
      error === null ? '' : `${where(error)}. ${sentence(show(error))}${explanation(broken, error)}`
    const when =
      after > 0
        ? 'send() failed with EPIPE, and then your own handling of it failed'
        : `${name}() failed before send() did`
    return tell('crashed', `${when}${what}`, error === null ? 'another error' : show(error))
  }
  const ended = why === 'silence' ? endedInCall(broken, name) : null
  if (ended !== null) return ended
  if (after === 0) {
    const text = `${name}() returned after ${count(sends.length, 'call')} of send(), which had not taken everything.`
    return tell('stopped-short', text, 'a return')
  }
  const peer = `The peer closed: call ${sends.length - after + 1} of send() failed with EPIPE`
  if (why === 'returned') {
    const value =
      outcome?.kind === 'returned' && !/^(None|undefined)$/.test(outcome.shown)
        ? ` (with ${quoteText(outcome.shown, 30)}, which nobody looks at)`
        : ''
    return tell(
      'swallowed-error',
      `${peer}, but ${name}() returned normally${value}: the caller believes everything was sent.`,
      'a normal return',
    )
  }
  const then =
    why === 'endless'
      ? `you called it ${after - 1} times more`
      : `${name}() neither returned nor raised it for seconds`
  return tell('swallowed-error', `${peer}, and ${then}: nobody will take these bytes any more.`, 'no end')
}
