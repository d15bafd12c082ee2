import { finding, type CaseOf, type Finding } from '../finding.ts'
import { hasSeparator, insertsOf, keyOf, timesAsked } from './story.ts'
import { capital, count, quote, same, sized } from '../evidence/text.ts'
import { toWrongClient } from '../server/datagrams.ts'

/** A client of a key-value server heard what it had not asked for. */
export function diagnoseUnasked(broken: CaseOf<'unasked'>): Finding {
  const { by, got } = broken.expectation
  const inserts = insertsOf(broken)
  const own = inserts.filter((each) => each.by === by)
  const replies = got.filter(hasSeparator)
  const asker = replies.map((each) => askerOf(broken, keyOf(each))).find((each) => each !== undefined)
  if (asker !== undefined) return toWrongClient(broken, by, asker, replies)
  const actual = got.slice(0, 5).map(sized).join('\n')
  // A reply to an insert may well repeat it; more of them than there were inserts are replies given twice.
  const again = got.every((each) => hasSeparator(each) && timesAsked(broken, by, keyOf(each)) > 0)
  const echoes = got.length <= own.length && own.some(({ whole }) => got.some((each) => same(each, whole)))
  const [insert] = own
  if (insert === undefined || (again && !echoes)) {
    const text = `${capital(by)} heard ${count(got.length, 'datagram')} more than it had asked questions: ${shown(got)}. Every question has one reply.`
    return {
      ...finding('extra-datagram', text, 'one reply for one question', actual),
      hint: 'Call sendto() once for a question.',
    }
  }
  const text = `You answered an insert: after ${quote(insert.whole, 40)} came ${shown(got)}. This protocol is silent there, and a client reads the extra datagram as the answer to its next question.`
  return {
    ...finding('extra-datagram', text, 'no reply to an insert', actual),
    hint: 'Leave out the sendto() when the datagram holds a `=`: only a question is answered.',
  }
}

function askerOf(broken: CaseOf<'unasked'>, key: Uint8Array): string | undefined {
  const others = new Set(broken.transcript.filter(({ event }) => event === 'send').map(({ actor }) => actor))
  return [...others].find((other) => other !== broken.expectation.by && timesAsked(broken, other, key) > 0)
}

const shown = (all: readonly Uint8Array[]) =>
  all
    .slice(0, 3)
    .map((each) => (each.length === 0 ? 'an empty datagram' : quote(each, 30)))
    .join(', ')
