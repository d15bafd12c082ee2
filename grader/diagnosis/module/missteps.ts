import { inTheirLanguage } from '../advice/idioms.ts'
import { firstDifference } from '../evidence/caret.ts'
import { count, decode, hex, quote, startsWith } from '../evidence/text.ts'
import type { Finding } from '../finding.ts'
import { bytes, number, shown, tell, type Sends } from './words.ts'

const nothing = new Uint8Array()
const offeredIn = ({ expectation }: Sends) => expectation.astray?.bytes ?? nothing

/** The next call begins behind all that was offered, and not behind what was taken. */
export function assumedAll(broken: Sends): Finding {
  const { at, before, data } = broken.expectation
  const [asked, end] = [number(before.offered), before.from + before.offered]
  const missing = end - at === 1 ? `byte ${number(at)} is` : `bytes ${number(at)}-${number(end - 1)} are`
  const text = `You asked for ${asked}, send() returned ${number(at - before.from)}, and you advanced by ${asked}: ${missing} missing.`
  const actual = `a gap of ${bytes(end - at)} after ${bytes(at)} of ${number(data.length)}`
  return tell(broken, 'assumed-length', text, actual)
}

/** What was taken is offered once more. */
export function again(broken: Sends): Finding {
  const { at, astray, why } = broken.expectation
  const [offered, before] = [quote(offeredIn(broken), shown), count((astray?.nth ?? 1) - 1, 'call')]
  const where = why === 'restarted' ? 'the first byte' : 'bytes that had been taken'
  const text = `send() had taken ${bytes(at)} in ${before}, and the next one began with ${where} again: ${offered}. What is taken is sent, and is not to be sent twice.`
  return tell(broken, 'repeated-bytes', text, `${offered} after ${bytes(at)}`)
}

export function tooMuch(broken: Sends): Finding {
  const { at, data } = broken.expectation
  const besides = quote(offeredIn(broken).subarray(data.length - at), shown)
  const all = at === data.length ? `All ${bytes(at)} had been taken` : 'You gave send() the rest of the data'
  const text = `${data.length === 0 ? 'There was nothing to send' : all}, and ${besides} came besides: that is not in the data.`
  const hint = 'Send the data and nothing else, and stop when all of it is taken.'
  return tell(broken, 'extra-bytes', text, besides, hint)
}

const wentOn = ({ expectation: { at, data } }: Sends, got: string) =>
  `send() had taken ${bytes(at)}, and you went on with ${got} instead of ${quote(data.subarray(at), shown)}`

/** As many letters are cut off as bytes were taken. */
export function cutLetters(broken: Sends): Finding {
  const got = quote(offeredIn(broken), shown)
  const text = `${wentOn(broken, got)}. It counts bytes, and you cut off as many letters: one outside ASCII has two to four bytes.`
  const hint = 'If the data is text, turn it into bytes once, before the loop; cut bytes, never text.'
  return tell(broken, 'counted-characters', text, `${got} after ${bytes(broken.expectation.at)}`, hint)
}

export function skipped(broken: Sends): Finding {
  const got = quote(offeredIn(broken), shown)
  const text = `${wentOn(broken, got)}: what is between them is missing.`
  const hint = inTheirLanguage(
    'After each call drop as many bytes as it returned, no more: {cutOff}.',
    broken,
  )
  return tell(broken, 'bytes-lost', text, `${got} after ${bytes(broken.expectation.at)}`, hint)
}

/** Bytes that are not in the data, from the first of them on. */
export function changed(broken: Sends): Finding {
  const { at, data } = broken.expectation
  const whole = offeredIn(broken)
  const same = firstDifference(data.subarray(at), whole)
  const [want, got] = [data.subarray(at + same), whole.subarray(same)]
  const latin = startsWith(Buffer.from(decode(data) ?? '', 'latin1').subarray(at + same), got)
  const how = latin ? 'That is Latin-1, and not UTF-8.' : 'That is not in the data.'
  const after = at + same === 0 ? '' : ` after ${bytes(at + same)} that were right`
  const text = `You gave send() ${quote(got, shown)}${after}, instead of ${quote(want, shown)}. ${how}`
  const actual = `${quote(got, shown)} (${hex(got, 6)}), expected ${hex(want, 6)}`
  const hint = 'Send bytes as they are; only text is encoded, once, as UTF-8.'
  return tell(broken, 'damaged-bytes', text, actual, hint)
}
