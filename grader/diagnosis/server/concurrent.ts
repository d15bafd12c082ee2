import { meaningOf } from '../evidence/meaning.ts'
import { whatItDid } from '../evidence/story.ts'
import { capital, count, quote, sized, startsWith } from '../evidence/text.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { damaged } from './damage.ts'
import { failedAlive, whatItDoes } from './stream.ts'

/** A client got its answer only when another one, which had said nothing, had left. */
export function diagnoseBeside(broken: CaseOf<'beside'>): Finding {
  const { by, idle, want } = broken.expectation
  const text =
    `${capital(idle)} is connected and silent; ${whatItDid(broken, by).replace(/^C/, 'c')} and got nothing for 2 s, and its answer ` +
    `as soon as ${idle} had left. You finish one client before you accept the next.`
  return finding('one-at-a-time', text, sized(want), `nothing while ${idle} was connected`)
}

type Together = CaseOf<'together'>

/** One of several clients that talk at the same time did not get back what it had sent. */
export function diagnoseTogether(broken: Together): Finding {
  const { of, got, why } = broken.expectation
  if (of !== null) return mixed(broken, of)
  if (got.length > 0) return wrongBytes(broken)
  if (why === 'newline' || why === 'finish') return waits(broken, why)
  return failedAlive(broken) ?? left(broken) ?? silent(broken)
}

function mixed({ expectation }: Together, of: string): Finding {
  const { by, want, got } = expectation
  const text =
    `${capital(of)}'s bytes came out at ${by}: ${by} received ${quote(got, 40)}; its own is ${quote(want, 40)}. A variable that ` +
    `belongs to one client is shared by all.`
  return different('mixed-clients', text, want, got)
}

const said = ({ by, want }: Together['expectation']) => `${capital(by)} sent ${quote(want, 40)}`

function wrongBytes(broken: Together): Finding {
  const { want, got, why } = broken.expectation
  if (startsWith(want, got)) {
    const then =
      why === 'end' || why === 'reset' ? 'then the connection was closed' : 'then nothing more came'
    const text = `${said(broken.expectation)} and received only ${count(got.length, 'byte')} of ${want.length}; ${then}.`
    return different('reply-cut-short', text, want, got)
  }
  const damage = damaged({ want, got, by: broken.expectation.by })
  if (damage !== null) return damage
  const meaning = meaningOf({ asked: want, want, got })
  const means = meaning === null ? '.' : `: ${meaning.sentence}`
  const text = `${said(broken.expectation)} and received ${quote(got, 40)}${means}`
  return different(meaning?.symptom ?? 'wrong-reply', text, want, got)
}

function waits({ expectation }: Together, why: 'newline' | 'finish'): Finding {
  const { want } = expectation
  const actual = `nothing before ${why === 'newline' ? 'a newline' : 'the end of the stream'}`
  const what =
    why === 'newline'
      ? 'until it sent a newline: you wait for the end of a line. These are bytes; there are no lines.'
      : 'until it had finished: you collect everything first, and answer at end of file. A client that waits for each answer waits for ever.'
  const symptom = why === 'newline' ? 'waits-for-newline' : 'waits-for-eof'
  return finding(symptom, `${said(expectation)} and got nothing ${what}`, sized(want), actual)
}

/** The connection of a client that had not finished is over. */
function left(broken: Together): Finding | null {
  const { by, before, want, why } = broken.expectation
  if (why !== 'end' && why !== 'reset') return null
  const how = why === 'end' ? 'was closed' : 'was reset (RST)'
  const rude = broken.transcript.findLast(({ event, actor }) => event === 'abort' && actor !== by)?.actor
  const actual = why === 'end' ? 'the end of the stream' : 'RST'
  if (rude !== undefined) {
    const text = `${capital(rude)} reset its connection, and afterwards the one of ${by} ${how}, too. One bad client must not take the others down.`
    const hint = 'Where an error is caught, close the connection it belongs to, and no other.'
    return { ...finding('closed-without-reply', text, sized(want), actual), hint }
  }
  if (before) return onlyOnce(broken, `its connection ${how}`, actual)
  const text = `${said(broken.expectation)} while others were connected, and its connection ${how} without a reply. Does its task talk with its own connection, or with another one's?`
  return finding('closed-without-reply', text, sized(want), actual)
}

function onlyOnce(broken: Together, fate: string, actual: string): Finding {
  const { by, want } = broken.expectation
  const text = `${capital(by)} was answered before; then it sent ${quote(want, 40)}, and ${fate}. A client talks on until recv() returns nothing.`
  return finding('answered-only-once', text, sized(want), actual)
}

function silent(broken: Together): Finding {
  const { before, others, want } = broken.expectation
  const nothing = 'nothing: the connection stayed open and silent'
  if (before)
    return onlyOnce(broken, `nothing came${whatItDoes(broken).replace(/^ Your/, ': your')}`, nothing)
  if (others > 0) {
    const text = `${count(others, 'client')} ${others === 1 ? 'is' : 'are'} served, but ${said(broken.expectation).replace(/^C/, 'c')} and got nothing while they are connected. There is no limit to how many clients talk at the same time.`
    const hint = 'Is there a pool that is too small, or a loop that stops accepting?'
    return { ...finding('one-at-a-time', text, sized(want), nothing), hint }
  }
  const text = `${said(broken.expectation)} while others were connected, and got no answer.${whatItDoes(broken)}`
  return finding('no-reply', text, sized(want), nothing)
}
