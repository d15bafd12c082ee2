import { finding, type CaseOf, type Finding } from '../finding.ts'
import { served } from '../evidence/story.ts'
import { capital, quote, same, sized } from '../evidence/text.ts'
import { toWrongClient } from '../server/datagrams.ts'
import { stoppedAtEmpty } from '../server/empty-datagram.ts'
import { sentAstray, type Tell } from '../server/no-datagram.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'
import {
  firstSeparates,
  insertsOf,
  listenerTo,
  named,
  notShared,
  questionsOnly,
  separator,
  takeTheRest,
  timesAsked,
  type Insert,
} from './story.ts'

/** A question of a client of a key-value server has no reply. */
export function diagnoseSilence(broken: CaseOf<'lookup'>): Finding {
  const { by, key, want } = broken.expectation
  const tell: Tell = (symptom, text) => finding(symptom, text, sized(want), `nothing reached ${by}`)
  const listener = listenerTo(broken, key, by)
  if (listener !== undefined) return toWrongClient(broken, listener, by, [want])
  return (
    stoppedAtEmpty(broken) ??
    sentAstray(questionsOnly(broken), tell) ??
    failedAlive(broken) ??
    unanswered(broken, tell)
  )
}

function unanswered(broken: CaseOf<'lookup'>, tell: Tell): Finding {
  const { by, key } = broken.expectation
  const insert = insertsOf(broken).findLast((each) => same(each.key, key))
  if (insert !== undefined && insert.by !== by)
    return tell('missing-reply', notShared(insert, by, 'got no answer'))
  const text = `${whatWasDone(broken, insert)} and got no answer`
  if (insert?.value.includes(separator) === true)
    return { ...tell('missing-reply', `${text}: ${firstSeparates}`), hint: takeTheRest }
  if (insert !== undefined && key.length === 0) {
    const why = 'what stands before the = may be empty, and the empty datagram asks for it.'
    const hint = 'Let the empty key be a key like any other.'
    return { ...tell('missing-reply', `${text}: ${why}`), hint }
  }
  if (insert !== undefined && insert.value.length === 0) {
    const why = 'an empty value is a value. Silence is for keys that were never stored.'
    const hint = 'Ask whether the key is there, not whether its value is true: an empty text counts as false.'
    return { ...tell('missing-reply', `${text}: ${why}`), hint }
  }
  if (served(broken).length === 0) return tell('no-reply', `${text} within 5 s.${whatItDoes(broken)}`)
  const hint = 'Print each datagram when it comes, and what you look up: which of the two was missed?'
  return {
    ...tell('missing-reply', `${text}, although earlier questions had one.${whatItDoes(broken)}`),
    hint,
  }
}

/** `Client 1 stored 'k=v', asked for 'k' 3 times` */
function whatWasDone(broken: CaseOf<'lookup'>, insert: Insert | undefined): string {
  const { by, key } = broken.expectation
  const times = timesAsked(broken, by, key)
  const asked = `asked for ${named(key)}${times > 1 ? ` ${times} times` : ''}`
  return `${capital(by)} ${insert === undefined ? '' : `stored ${quote(insert.whole, 40)}, `}${asked}`
}
