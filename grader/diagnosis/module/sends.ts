import { count } from '../evidence/text.ts'
import type { Finding } from '../finding.ts'
import { failed } from './failed.ts'
import { endedInCall } from './load.ts'
import { again, assumedAll, changed, cutLetters, skipped, tooMuch } from './missteps.ts'
import { neverRan, notAwaited } from './not-awaited.ts'
import { bytes, number, tell, type Sends } from './words.ts'

const busyLoop = 0.25

/** Not all data was sent, once and in order, or the function did not return. */
export function diagnoseSends(broken: Sends): Finding {
  const { why, name, outcome } = broken.expectation
  const ended = why === 'silence' ? endedInCall(broken, name) : null
  if (ended !== null) return ended
  if (why === 'raised' && outcome?.kind === 'raised' && !outcome.added) return failed(broken, outcome.error)
  return neverRan(broken) ?? notAwaited(broken.expectation) ?? rules[why](broken)
}

const rules: { readonly [why in Sends['expectation']['why']]: (broken: Sends) => Finding } = {
  assumed: assumedAll,
  restarted: again,
  repeated: again,
  skipped,
  letters: cutLetters,
  more: tooMuch,
  different: changed,
  stopped,
  raised: stopped,
  endless: forEver,
  silence: silent,
}

function stopped(broken: Sends): Finding {
  const { at, data, name, sends, text: isText } = broken.expectation
  const [left, total] = [data.length - at, number(data.length)]
  const actual = `${bytes(at)} of ${total}`
  const [first] = sends
  if (first === undefined) {
    const text = `${name}() returned and never called send(): none of the ${bytes(data.length)} was sent.`
    const hint = 'Call sock.send() with all of the data first; then think of what it did not take.'
    return tell(broken, 'sent-nothing', text, 'no call of send()', hint)
  }
  const letters = Buffer.from(data).toString().length
  if (isText && at >= letters) {
    const text = `${name}() stopped after ${number(at)} of ${total} bytes: the text has ${number(letters)} letters, but its UTF-8 has more bytes than that.`
    const hint = 'Compare the sum of the counts with the number of bytes, not with that of letters.'
    return tell(broken, 'counted-characters', text, actual, hint)
  }
  const rest = `${number(left)} ${left === 1 ? 'was' : 'were'} never sent. Loop until the sum of the returned counts is ${total}.`
  const text =
    sends.length === 1
      ? `send() accepted ${number(at)} of ${bytes(first.bytes.length)} and returned ${number(at)}, and you never called it again: ${rest}`
      : `${name}() returned when send() had accepted ${number(at)} of ${total} bytes: ${rest}`
  return tell(broken, 'stopped-short', text, actual)
}

function forEver(broken: Sends): Finding {
  const { at, data, name } = broken.expectation
  const of =
    data.length === 0 ? 'There is nothing to send' : `${number(at)} of ${bytes(data.length)} are sent`
  const text = `${of}, and you call send() with 0 bytes again and again: it takes 0, and ${name}() never comes to its end.`
  return tell(broken, 'endless-send', text, 'an endless loop')
}

function silent(broken: Sends): Finding {
  const { at, data, name, sends } = broken.expectation
  const busy =
    (broken.program.busy ?? 0) > busyLoop
      ? ' It keeps the processor busy: is there a loop whose condition never changes?'
      : ''
  const taken =
    data.length === 0
      ? 'There was nothing to send'
      : at === data.length
        ? `All ${bytes(at)} were taken`
        : `send() had taken ${number(at)} of ${bytes(data.length)} in ${count(sends.length, 'call')}`
  const text = `${taken}, and then ${name}() neither called send() nor returned for seconds.${busy}`
  const promised = broken.track === 'typescript' && at === data.length && busy === ''
  const hint = promised
    ? 'The promise it returns must be fulfilled: an async function does that at its end, `new Promise` when you call resolve().'
    : undefined
  return tell(broken, 'did-not-return', text, `${name}() is still running`, hint)
}
