import { isCutBetween, writesOf, type Talk } from '../evidence/lines.ts'
import { capital, quote, quoteText, same } from '../evidence/text.ts'
import { finding, firstOf, type CaseOf, type Finding } from '../finding.ts'
import { first, replyTo, textOf, wanted, wrong } from './line-words.ts'

const [lf, cr] = [10, 13]
const onlyLf = 'Only an LF ends a line, and a CR belongs to its end only right before that LF.'
const inTwo =
  'the CR and the LF of one end of line came in two pieces, and you took them for two. Look at the ends of lines in the buffer, not in what one recv() returned.'

type Rule = (talk: Talk) => Finding | null

/** A CR was the last byte of a piece: the reply to this line comes one later. */
const cutInTheEnd: Rule = (talk) => {
  const { broken, right, replies, want } = talk
  const next = replies[1]
  const shifted = next === undefined || want.some((each) => same(each, next))
  const lines = broken.expectation.before + right
  if (first(talk).length > 0 || !shifted || !isCutBetween(broken, cr, lf, lines)) return null
  return wrong(talk, 'chunk-for-message', `${replyTo(talk)} and received an empty line: ${inTwo}`)
}

/** What began behind another line, in the same write, is missing. */
const withoutBeginning: Rule = (talk) => {
  const begun = beginningOf(talk)
  if (begun.length === 0) return null
  // Half a letter may be gone with it.
  const left = (bytes: Uint8Array) => textOf(bytes).replace(/^\ufffd+/, '')
  const lacks = talk.want.some((each) => {
    const skipped = textOf(each.subarray(0, begun.length)).toLowerCase() === textOf(begun).toLowerCase()
    return skipped && left(each.subarray(begun.length)) === left(first(talk))
  })
  if (!lacks) return null
  const text = `${replyTo(talk)} and received ${quote(first(talk), 30)}: its beginning, ${quote(begun, 20)}, had come behind the LF of the line before, and is lost. After taking a line keep the REST of the buffer.`
  return wrong(talk, 'lost-rest', text)
}

/** What stood of this line in the write that held the end of the line before. */
function beginningOf({ broken, right }: Talk): Uint8Array {
  let left = broken.expectation.before + right
  for (const write of writesOf(broken)) {
    for (let at = write.indexOf(lf); at !== -1; at = write.indexOf(lf, at + 1)) {
      left--
      if (left < 0) return new Uint8Array()
      if (left === 0 && !write.includes(lf, at + 1)) return write.subarray(at + 1)
    }
  }
  return new Uint8Array()
}

const trimmed: Rule = (talk) => {
  const got = textOf(first(talk))
  const whole = talk.want
    .map(textOf)
    .find((each) => each !== got && each.includes(got) && each.trim() === got.trim())
  if (whole === undefined) return null
  const text = `${replyTo(talk)} and received ${quoteText(got, 30)}: blanks at the ends of a line belong to it. ${onlyLf}`
  const hint = 'Take away the CR alone. trim() and strip() take every kind of blank.'
  return { ...wrong(talk, 'wrong-reply', text), hint }
}

const ends = /[\v\f\r\u001c-\u001e\u0085\u2028\u2029]/

/** Libraries know more ends of lines than this protocol. */
const endedElsewhere: Rule = (talk) => {
  const got = textOf(first(talk))
  const other = ends.exec(textOf(wanted(talk)))
  if (other === null || textOf(wanted(talk)).slice(0, other.index) !== got) return null
  const text = `${replyTo(talk)} and received ${quoteText(got, 30)}: you ended the line at ${quoteText(other[0])}. ${onlyLf}`
  const hint =
    "Split at '\\n' yourself: functions that find lines, such as splitlines(), know other ends, too."
  return { ...wrong(talk, 'wrong-reply', text), hint }
}

/** The reply to a line that did not end where it ends. */
export const wrongEnd = firstOf<[Talk]>(cutInTheEnd, withoutBeginning, trimmed, endedElsewhere)

/** A client had finished, and got one more reply. */
export function diagnoseAfterLines(broken: CaseOf<'after-lines'>): Finding {
  const { by, half, got } = broken.expectation
  const expected = half.length > 0 ? `${quote(half, 30)} in upper case, or nothing` : 'the end'
  const after = `${capital(by)} had got a reply to each of its lines`
  if (isCutBetween(broken, cr, lf) && same(got, Buffer.from('\n')))
    return finding('chunk-for-message', `${after}; then an empty one came: ${inTwo}`, expected, quote(got))
  const [asked, why] =
    half.length > 0
      ? [
          `, and its last words, ${quote(half, 30)}, were no line yet`,
          'half a line may have its reply or none, and nothing else follows.',
        ]
      : ['', 'when a client has finished and nothing is left in the buffer, there is nothing to answer.']
  return finding('extra-bytes', `${after}${asked}. Then ${quote(got, 40)} came: ${why}`, expected, quote(got))
}
