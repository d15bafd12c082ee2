import { show, where } from '../evidence/error.ts'
import { quote, sentence } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { endedInCall } from './load.ts'
import { bytes, number, shown } from './words.ts'

type Arrival = CaseOf<'arrival'>

/** Not everything reached the reader of a real connection. */
export function diagnoseArrival(broken: Arrival): Finding {
  const { name, total, arrived, want, got, why, outcome } = broken.expectation
  const all = `all ${bytes(total)}`
  const began =
    arrived === 0
      ? 'From the first byte on the reader got'
      : `The reader got ${bytes(arrived)} as they should be, and then`
  if (got.length > 0) {
    const [there, instead] = [quote(got, shown), quote(want, shown)]
    const symptom = { lost: 'bytes-lost', repeated: 'repeated-bytes' }[why as 'lost'] as
      'bytes-lost' | undefined
    const how =
      {
        lost: `which comes later: what begins with ${instead} is missing`,
        repeated: 'which had come before',
      }[why as 'lost'] ?? `instead of ${instead}`
    return finding(
      symptom ?? 'damaged-bytes',
      `${began} ${there}, ${how}.`,
      all,
      `${there} after ${bytes(arrived)}`,
    )
  }
  const actual = `${bytes(arrived)} of ${number(total)}`
  if (outcome?.kind === 'raised') {
    const { error } = outcome
    const what = error === null ? '.' : `${where(error)}. ${sentence(show(error))}`
    return finding('crashed', `After ${bytes(arrived)} ${name}() failed${what}`, all, actual)
  }
  const few = `the reader got only ${bytes(arrived)} of ${number(total)}`
  const closed = `${name}() returned, its caller closed the connection, and ${few}.`
  if (outcome !== null && outcome.waiting > 0) {
    const text = `${closed} A send() was still under way: await every one of them.`
    return finding('not-awaited', text, all, actual)
  }
  const ended = endedInCall(broken, name)
  if (ended !== null) return ended
  if (outcome !== null) return finding('stopped-short', closed, all, actual)
  const text = `The reader got ${bytes(arrived)} of ${number(total)}, and then nothing for seconds, and ${name}() has not returned.`
  return finding('did-not-return', text, all, actual)
}
