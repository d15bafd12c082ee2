import { linesOf } from '../../model/lines.ts'
import { linesShown, people } from '../evidence/room.ts'
import { bytesOf, sent } from '../evidence/story.ts'
import { bytesOfText, capital, decode, quote, quoteText } from '../evidence/text.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { joined } from '../evidence/lines.ts'
import { cutOff } from './room-end.ts'
import { failedAlive, whatItDoes } from './stream.ts'

type Hear = CaseOf<'hear'>

/** Shorter texts may occur in others by chance. */
const telltale = 5
/** Without what programs like to change: case and blanks. */
const alike = (text: string) => text.toLowerCase().replace(/\s+/g, '')
const textOf = (line: Uint8Array) => decode(line) ?? ''

/** A member did not hear what another one said. */
export function missedWords(broken: Hear): Finding {
  const { by, want, heard, rest, why, others } = broken.expectation
  const wanted = quoteText(want.line, 60)
  const said = `${capital(want.of)} said ${quoteText(want.text, 40)}`
  if (why !== 'silence') return cutOff(broken, rudeOnes(broken) ?? said, wanted)
  const lines = [...heard, ...(rest.length > 0 ? [rest] : [])]
  const whole = lines.find((line) => textOf(line).includes(want.text))
  if (whole !== undefined) return around(broken, whole, said)
  const changed = lines.find((line) => alike(textOf(line)).includes(alike(want.text)))
  if (changed !== undefined) {
    const text = `${said}, and ${by} received ${quote(changed, 60)} instead of ${wanted}: the text goes on as it came, letter by letter and blank by blank.`
    return different('wrong-tag', text, bytesOfText(want.line), changed)
  }
  const piece = lines.find((line) => isPiece(textOf(line), want.text))
  if (piece !== undefined) return inPieces(broken, lines)
  const failed = failedAlive(broken, said)
  if (failed !== null) return failed
  if (broken.expectation.waitedFor === want.of) {
    const text = `${said}, a complete line, and ${by} heard it only when ${want.of} had finished: you wait for the end of file. Pass on each line as soon as its LF is there.`
    return finding('waits-for-eof', text, wanted, 'nothing before the end of file')
  }
  const { waitedFor } = broken.expectation
  if (waitedFor !== null) {
    const text = `${said}, and ${by} heard it only when ${waitedFor} had left. Something waits for ${waitedFor}, who says nothing, and meanwhile for nobody else.`
    return finding('one-at-a-time', text, wanted, `nothing while ${waitedFor} was connected`)
  }
  const behind = skipped(broken)
  if (behind !== null) return behind
  const who =
    others.length > 0 ? `; ${people(others)} heard it, but ${by} did not` : `, and ${by} did not hear it`
  const besides = lines.length > 0 ? ` ${capital(by)} received ${linesShown(lines)}.` : ''
  return finding(
    'not-broadcast',
    `${said}${who}.${besides}${instead(broken)}`,
    wanted,
    lines.length > 0 ? linesShown(lines) : 'nothing',
  )
}

// The text came, in a line that is not as it should be.
function around(broken: Hear, line: Uint8Array, said: string): Finding {
  const { by, want, rest } = broken.expectation
  if (textOf(line) === want.line && line === rest) {
    const text = `${said}, and ${by} received ${quote(line, 60)} without an LF at its end, so it waits for the rest of the line.`
    return {
      ...different('wrong-tag', text, bytesOfText(`${want.line}\n`), line),
      hint: 'Send the LF right behind the text, in the same call.',
    }
  }
  const before = lineBefore(broken)
  if (before !== null && !textOf(line).startsWith('[')) {
    const text = `${capital(want.of)} sent ${quoteText(before, 20)} and ${quoteText(want.text, 30)} as two lines in one piece, and ${by} received ${quote(line, 60)}. recv() may return several lines: take them apart at each LF.`
    return different('chunk-for-message', text, bytesOfText(want.line), line)
  }
  const owner = whoElse(broken, textOf(line))
  if (owner !== null) {
    const mixed = `${said}, and ${by} received ${quote(line, 60)}, with something in it that ${owner} had sent. Each connection needs a buffer of its own.`
    const hint = 'Make an empty buffer for every connection, in the function that serves it.'
    return { ...different('mixed-clients', mixed, bytesOfText(want.line), line), hint }
  }
  const text = `${said}, and ${by} received ${quote(line, 60)} instead of ${quoteText(want.line, 60)}.`
  return different('wrong-tag', text, bytesOfText(want.line), line)
}

/** Another client whose unfinished words are in a line. */
function whoElse(broken: Hear, line: string): string | null {
  const { want } = broken.expectation
  const speakers = [
    ...new Set(broken.transcript.filter(({ event }) => event === 'send').map(({ actor }) => actor)),
  ]
  const begun = (actor: string) => linesOf(bytesOf(sent(broken, actor))).rest
  const other = speakers.find(
    (actor) => actor !== want.of && begun(actor).length >= telltale && line.includes(textOf(begun(actor))),
  )
  return other ?? null
}

function isPiece(line: string, text: string): boolean {
  for (let at = 0; at + telltale <= text.length; at++)
    if (line.includes(text.slice(at, at + telltale))) return true
  return false
}

function inPieces(broken: Hear, lines: readonly Uint8Array[]): Finding {
  const { by, want } = broken.expectation
  const pieces = sent(broken, want.of).map(({ bytes }) => bytes ?? new Uint8Array())
  const how = pieces.length > 1 ? `, which came in pieces, ${joined(pieces.slice(-3), 3)}` : ''
  const text = `${capital(want.of)} said ${quoteText(want.text, 40)}${how}, and ${by} received ${linesShown(lines)}. recv() returns whatever has arrived, which is not a line: buffer it until the LF is there.`
  return finding('chunk-for-message', text, quoteText(want.line, 60), linesShown(lines))
}

/** The line in front of these words, in the same piece. */
function lineBefore(broken: Hear): string | null {
  const { want } = broken.expectation
  const all = sent(broken, want.of).map(({ bytes }) => Buffer.from(bytes ?? []).toString())
  const piece = all.findLast((text) => text.includes(want.text)) ?? ''
  return (
    piece
      .slice(0, Math.max(0, piece.indexOf(want.text)))
      .split(/\r?\n/)
      .at(-2) ?? null
  )
}

/** Words that stood behind others in one piece. */
function skipped(broken: Hear): Finding | null {
  const { by, want } = broken.expectation
  const before = lineBefore(broken)
  if (before === null) return null
  const told = broken.transcript.find(({ actor, event }) => actor === want.of && event === 'receive')?.bytes
  if (textOf(told ?? new Uint8Array()).startsWith('error')) {
    const text = `${capital(want.of)} sent the name ${quoteText(before, 20)} and ${quoteText(want.text, 30)} as two lines in one piece, and was refused. recv() may return several lines: only what stands before the first LF is the name.`
    return finding('chunk-for-message', text, quoteText(want.line, 60), 'nothing')
  }
  const text = `${capital(want.of)} sent ${quoteText(before, 20)} and ${quoteText(want.text, 30)} as two lines in one piece, and ${by} did not hear the second. After taking a line keep the REST of the buffer, and look for more lines in it.`
  return finding('lost-rest', text, quoteText(want.line, 60), 'nothing')
}

/** `Erin and frank left with a reset` */
function rudeOnes({ transcript, expectation }: Hear): string | null {
  const rude = transcript.filter(({ actor, event }) => event === 'abort' && actor !== expectation.by)
  return rude.length === 0
    ? null
    : `${capital(people(rude.map(({ actor }) => actor)))} left with a reset (RST)`
}

// What the program did with the words.
function instead(broken: Hear): string {
  const { want, by } = broken.expectation
  const heard = broken.transcript.filter(({ actor, event }) => actor === want.of && event === 'receive')
  if (by !== want.of && textOf(bytesOf(heard)).includes(want.text))
    return ` Only ${want.of}, who had said it, got it back: that is an echo. Send it to all others.`
  if (broken.program.stdout.includes(want.text))
    return ' You printed it on your own screen, where no client can read it.'
  return whatItDoes(broken)
}
