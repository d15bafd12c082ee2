import { joined, piecesOf, repliesShown, type Talk } from '../evidence/lines.ts'
import { meaningOf } from '../evidence/meaning.ts'
import { bytesOf, isClient, sent } from '../evidence/story.ts'
import { capital, count, decode, hex, quote, same, startsWith } from '../evidence/text.ts'
import { firstOf, type Finding } from '../finding.ts'
import { wrongEnd } from './line-ends.ts'
import { first, replyTo, textOf, wanted, wrong } from './line-words.ts'

/** Shorter texts may occur in others by chance. */
const distinct = 6

type Rule = (talk: Talk) => Finding | null

const lower = (bytes: Uint8Array) => textOf(bytes).trim().toLowerCase()

const decodedInPieces: Rule = (talk) => {
  const { broken, line, want } = talk
  const text = textOf(line)
  const got = decode(first(talk)) ?? ''
  const letter = /[^\0-\x7f]/u.exec(text)?.[0]
  const left = want.some((each) => textOf(each).replace(/[^\0-\x7f]/gu, '') === got)
  if (letter === undefined || (!got.includes('\ufffd') && !left)) return null
  const how = left
    ? 'and your reply has lost it'
    : `and your reply ${quote(first(talk), 30)} holds U+FFFD, which stands for bytes that are no letter`
  return wrong(
    talk,
    'decoded-in-pieces',
    `${capital(broken.expectation.by)} sent '${letter}' (${hex(Buffer.from(letter))}) cut between its bytes, ${how}. A chunk ended inside '${letter}' and you decoded it: decode complete lines only.`,
  )
}

// A part of a line that somebody else had sent.
const ofAnother: Rule = (talk) => {
  const { broken } = talk
  const { by } = broken.expectation
  const others = [...new Set(broken.transcript.map(({ actor }) => actor))].filter(
    (actor) => isClient(actor) && actor !== by,
  )
  const got = lower(first(talk))
  const owner = others.find((actor) => {
    const theirs = lower(bytesOf(sent(broken, actor)))
    return theirs.length > distinct && !lower(talk.line).includes(theirs) && got.includes(theirs)
  })
  if (owner === undefined) return null
  const text = `${capital(by)} sent ${quote(talk.line, 30)} and received ${quote(first(talk), 50)}: part of what ${owner} had sent is in it. Each connection needs a buffer of its own.`
  return {
    ...wrong(talk, 'stale-reply', text),
    hint: 'Make an empty buffer after every accept(), and keep it with that connection only.',
  }
}

const severalInOne: Rule = (talk) => {
  const { broken, right } = talk
  const [mine, next] = broken.expectation.want.slice(right)
  const got = textOf(first(talk))
  const has = (all: readonly Uint8Array[] | undefined) =>
    all?.some((each) => each.length > 1 && got.includes(textOf(each))) === true
  if (!has(mine) || !has(next)) return null
  return wrong(
    talk,
    'chunk-for-message',
    `${replyTo(talk)} and more lines behind it, and got one reply to several of them: ${quote(first(talk), 40)}. What recv() returns may hold several lines: take them apart at each LF, and answer each with a line.`,
  )
}

const pieceOfIt: Rule = (talk) => {
  const got = first(talk)
  const whole = wanted(talk)
  if (got.length === 0 || got.length >= whole.length || !startsWith(whole, got)) return null
  // How many replies one behind the other make up the line?
  let [parts, size] = [0, 0]
  for (const each of [...talk.replies, talk.rest]) {
    if (each.length === 0 || size + each.length > whole.length) break
    if (!startsWith(whole.subarray(size), each)) break
    parts++
    size += each.length
  }
  const pieces = piecesOf(talk)
  const how =
    pieces.length > 1 ? `one line in ${count(pieces.length, 'piece')}, ${joined(pieces, 3)},` : 'one line'
  const length = `of ${count(talk.line.length, 'byte')}`
  if (parts < 2 && pieces.length < 2)
    return wrong(
      talk,
      'reply-cut-short',
      `${replyTo(talk)}, a line ${length}, and its reply holds only the first ${count(got.length, 'byte')}.`,
    )
  return wrong(
    talk,
    'chunk-for-message',
    `${capital(talk.broken.expectation.by)} sent ${how} ${length}, and got ${repliesShown(talk.replies)}. recv() returns whatever has arrived, which is not a line: buffer it until the LF is there.`,
  )
}

const endOfIt: Rule = (talk) => {
  const got = textOf(first(talk))
  const whole = talk.want.map(textOf).find((each) => each.length > got.length && each.endsWith(got))
  if (whole === undefined || got === '') return null
  return wrong(
    talk,
    'chunk-for-message',
    `${replyTo(talk)} and got only the end of its reply, ${quote(first(talk), 30)}: what recv() had returned before is lost. Add what comes to a buffer until the LF is there.`,
  )
}

const otherLine: Rule = (talk) => {
  const { broken, right, replies, want } = talk
  const { before } = broken.expectation
  const is = (all: readonly Uint8Array[], reply: Uint8Array) => all.some((each) => same(each, reply))
  const later = broken.expectation.want.findIndex((all, i) => i > right && is(all, first(talk)))
  if (later === -1) return null
  const number = before + right + 1
  const skipped = !replies.some((reply) => is(want, reply))
  const empty = talk.line.length === 0
  const what = `Reply ${number} is ${quote(first(talk), 30)}, which belongs to line ${before + later + 1}`
  if (!skipped)
    return wrong(
      talk,
      'wrong-reply',
      `${what}; the reply to line ${number} came after it. Answer the lines in their order.`,
    )
  const why = empty
    ? 'An empty line is a line: its reply is an empty one.'
    : 'After taking a line keep the REST of the buffer, and look for more lines in it.'
  const text = `${what}: line ${number}, ${empty ? 'an empty one' : quote(talk.line, 30)}, got no reply. ${why}`
  return wrong(talk, empty ? 'wrong-reply' : 'lost-rest', text)
}

const noLongerUtf8: Rule = (talk) => {
  const got = first(talk)
  if (decode(got) !== null || decode(talk.line) === null) return null
  return wrong(
    talk,
    'wrong-encoding',
    `${replyTo(talk)} and received ${quote(got, 40)}, which is no UTF-8: the bytes of a letter were changed one by one. Decode the whole line as UTF-8, or change the letters a to z only.`,
  )
}

const blankBetween: Rule = (talk) => {
  if (first(talk).length > 0 || wanted(talk).length === 0) return null
  const again = talk.right > 0 || talk.broken.expectation.before > 0
  return wrong(
    talk,
    'extra-bytes',
    `${replyTo(talk)} and received an empty line${again ? ' behind the reply before: a second LF. Is there one still at the end of the line that you took?' : ' first.'}`,
  )
}

const meant: Rule = (talk) => {
  const got = first(talk)
  const meaning = meaningOf({ asked: talk.line, want: wanted(talk), got })
  return meaning === null
    ? null
    : wrong(talk, meaning.symptom, `${replyTo(talk)} and received ${quote(got, 40)}: ${meaning.sentence}`)
}

const recognise = firstOf<[Talk]>(
  wrongEnd,
  decodedInPieces,
  ofAnother,
  severalInOne,
  otherLine,
  noLongerUtf8,
  blankBetween,
  pieceOfIt,
  endOfIt,
  meant,
)

/** A reply came that is not the one to its line. */
export const diagnoseWrongLine = (talk: Talk): Finding =>
  recognise(talk) ??
  wrong(
    talk,
    'wrong-reply',
    `${replyTo(talk)} and received ${quote(first(talk), 40)} instead of ${quote(wanted(talk), 40)}.`,
  )
