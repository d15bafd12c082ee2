import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { joined, piecesOf, repliesShown, talkOf, type Talk } from '../evidence/lines.ts'
import { afterwards, bytesOf, sent, whatItDid } from '../evidence/story.ts'
import { capital, count, indexOf, quote, startsWith } from '../evidence/text.ts'
import { waitsForMore } from './full-read.ts'
import { diagnoseStream, failedAlive } from './stream.ts'
import { diagnoseWrongLine } from './wrong-line.ts'

const lineFeed = Buffer.from('\n')
const pieceByPiece =
  'recv() returns whatever has arrived, which is not a line: buffer it until the LF is there.'

/** A client did not get a right reply to each of its lines. */
export function diagnoseLineReplies(broken: CaseOf<'line-replies'>): Finding {
  const talk = talkOf(broken)
  if (broken.expectation.why === 'too early') return tooEarly(talk)
  const waits =
    broken.expectation.why === 'silence' ? waitsForMore(broken, broken.expectation.by, 'a whole line') : null
  if (waits !== null)
    return { ...waits, expected: repliesShown(talk.want.slice(0, 1)), actual: 'nothing before the end' }
  if (talk.replies.length > 0) return diagnoseWrongLine(talk)
  if (talk.rest.length > 0) return unfinished(talk)
  if (talk.right > 0) return failedAlive(broken) ?? fewerReplies(talk)
  return broken.expectation.before > 0 ? stoppedBetween(talk) : noReply(talk)
}

function tooEarly(talk: Talk): Finding {
  const { broken, replies, rest } = talk
  const pieces = piecesOf(talk)
  const came = rest.length === 0 ? replies : [...replies, rest]
  const text =
    `${capital(broken.expectation.by)} had sent ${joined(pieces)}, the beginning of one line in ${count(pieces.length, 'piece')} and no LF yet, ` +
    `and got ${repliesShown(came)}. ${pieceByPiece}`
  return finding('chunk-for-message', text, 'nothing before the line is complete', repliesShown(came))
}

// A reply without its end. A client cannot know that it is complete.
function unfinished(talk: Talk): Finding {
  const { broken, rest, want } = talk
  const { by, why } = broken.expectation
  const [wanted = rest] = want
  const whole = want.find((each) => startsWith(rest, each))
  if (whole !== undefined) {
    const text = `${capital(by)} received ${quote(rest, 40)} without an LF at its end, so it waits for the rest of the reply: a reply is a line, too.`
    const found = different('reply-cut-short', text, Buffer.concat([whole, lineFeed]), rest)
    return { ...found, hint: 'Send the LF right behind the text, in the same call.' }
  }
  if (!want.some((each) => startsWith(each, rest))) return diagnoseWrongLine({ ...talk, replies: [rest] })
  const then = why === 'end' ? 'you closed' : why === 'reset' ? 'a reset came' : 'nothing more came'
  const text = `${capital(by)} received only ${count(rest.length, 'byte')} of the ${wanted.length + 1} of its reply, ${quote(rest, 40)}; then ${then}.`
  return different('reply-cut-short', text, Buffer.concat([wanted, lineFeed]), rest)
}

/** What came of the client when it got some of its replies and no more. */
function fewerReplies({ broken, right }: Talk): Finding {
  const { by, want, why } = broken.expectation
  const got = want.slice(0, right).map(([first]) => first ?? new Uint8Array())
  const all = want.map(([first]) => first ?? new Uint8Array())
  const writes = sent(broken, by).length === 1 ? ' in one write' : ''
  const late = lateBytes(broken)
  const ending = why === 'end' || why === 'reset' ? ', and then the connection was closed' : ''
  const more = late.length > 0 ? ' (More came only when it had finished.)' : ''
  const text =
    `${capital(by)} sent ${count(want.length, 'line')}${writes} and got ${repliesShown(got)}${ending}.${more} One recv() may return several lines: ` +
    'after taking a line keep the REST of the buffer, and look for more lines in it.'
  return finding('lost-rest', text, repliesShown(all), repliesShown(got))
}

const lateBytes = (broken: CaseOf<'line-replies'>) =>
  bytesOf(
    afterwards(broken).filter(({ actor, event }) => actor === broken.expectation.by && event === 'receive'),
  )

// It answered lines before, each on its own.
function stoppedBetween({ broken, line, want }: Talk): Finding {
  const { by, before, why } = broken.expectation
  const failed = failedAlive(broken)
  if (failed !== null) return failed
  const closed = why === 'end' || why === 'reset'
  const ending = closed ? 'the connection was closed without a reply' : 'no reply came within 5 s'
  const which = line.length === 0 ? 'an empty line' : `the line ${quote(line, 30)}`
  const means =
    line.length === 0
      ? 'An empty line is a line, and its reply an empty one; only recv() returning no bytes is the end.'
      : 'A client may send any number of lines: go on until recv() returns no bytes.'
  const text = `${capital(by)} got ${count(before, 'right answer')}, then it sent ${which}, and ${ending}. ${means}`
  return finding(
    closed ? 'closed-without-reply' : 'no-reply',
    text,
    repliesShown(want.slice(0, 1)),
    closed ? 'the end of the stream' : 'nothing',
  )
}

function noReply(talk: Talk): Finding {
  const { broken, want } = talk
  const { by, why } = broken.expectation
  const expected = Buffer.concat([want[0] ?? new Uint8Array(), lineFeed])
  const late = lateBytes(broken)
  if (why === 'silence' && late.length > 0) {
    const what = indexOf(late, expected.subarray(0, -1)) === -1 ? quote(late, 30) : 'your reply'
    const text = `${whatItDid(broken, by)}, a complete line, and ${what} came only when it had finished its side: you wait for the end of file. Answer each line as soon as it is complete.`
    const hint = 'After every recv() look for an LF in what has come so far, and answer the line before it.'
    return {
      ...finding('waits-for-eof', text, repliesShown(want.slice(0, 1)), 'nothing before the end'),
      hint,
    }
  }
  const found = diagnoseStream({
    ...broken,
    expectation: {
      kind: 'stream',
      by,
      want: expected,
      got: new Uint8Array(),
      why: why === 'different' || why === 'too early' ? 'silence' : why,
    },
  })
  if (found.symptom !== 'no-reply' && found.symptom !== 'closed-without-reply') return found
  return { ...found, message: `${found.message}${whatCame(talk)}` }
}

/** What the client's one line looked like to a program that gave it no reply. */
function whatCame(talk: Talk): string {
  const pieces = piecesOf(talk)
  if (talk.asked.length !== 1) return ''
  if (talk.begun.length > 0 && talk.broken.expectation.why === 'silence')
    return ` One line was complete, and behind its LF the next had begun, ${quote(talk.begun, 14)}: look for an LF anywhere in the buffer.`
  return pieces.length < 2
    ? ''
    : ` The line had come in ${count(pieces.length, 'piece')}, ${joined(pieces)}: ${pieceByPiece}`
}
