import { show, where } from '../evidence/error.ts'
import { linesShown, people } from '../evidence/room.ts'
import { bytesOfText, capital, decode, quote, quoteText } from '../evidence/text.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { cutOff } from './room-end.ts'
import { failedAlive } from './stream.ts'

type Hear = CaseOf<'hear'>

/** A member was not told that another one has come or gone. */
export function missedNotice(broken: Hear): Finding {
  const { by, want, heard, others, rest, why, waitedFor } = broken.expectation
  const did = whatItDid(broken)
  const wanted = quoteText(want.line)
  if (why !== 'silence') return cutOff(broken, did, wanted)
  const lines = [...heard, ...(rest.length > 0 ? [rest] : [])]
  const like = lines.findLast((line) => isLike(textOf(line), want))
  if (like !== undefined) {
    const end = like === rest ? ' without an LF at its end' : ''
    const text = `${did}, and ${by} received ${quote(like, 60)}${end} instead of ${wanted}.`
    return different('wrong-notice', text, bytesOfText(want.line), like)
  }
  const failed = others.length === 0 ? failedAlive(broken, did) : null
  if (failed !== null) return failed
  const told =
    others.length > 0
      ? `; ${people(others)} ${others.length === 1 ? 'was' : 'were'} told, but ${by} was not`
      : `, and ${by} was not told`
  const late = waitedFor === null ? '' : ` The notice came only when ${waitedFor} had left.`
  const besides = lines.length > 0 ? ` It received ${linesShown(lines)}.` : ''
  const text = `${did}${told}.${late}${besides}${missed(broken)}`
  return finding('missing-notice', text, wanted, lines.length > 0 ? linesShown(lines) : 'nothing')
}

const textOf = (line: Uint8Array) => decode(line) ?? ''

// The same notice in other words; not a list, a message, or the notice of the contrary.
function isLike(line: string, { about, text }: Hear['expectation']['want']): boolean {
  const other = about === 'joined' ? 'left' : 'joined'
  return (line.includes(text) || line.includes(about)) && !/present|^\[/i.test(line) && !line.includes(other)
}

function whatItDid({ expectation, transcript }: Hear): string {
  const { of, about } = expectation.want
  const name = quoteText(expectation.want.text)
  if (about === 'joined') return `${capital(of)} joined as ${name}`
  const rude = transcript.some(({ actor, event }) => actor === of && event === 'abort')
  return `${capital(of)} (${name}) left with ${rude ? 'a reset (RST)' : 'FIN'}`
}

// Why one member misses what another one gets.
function missed({ expectation: { others, want }, transcript, program: { error } }: Hear): string {
  if (want.about !== 'left') return ''
  if (others.length > 0)
    return ' Do you remove somebody from the very list that you are going through? Then the next one is skipped.'
  const rude = transcript.some(({ actor, event }) => actor === want.of && event === 'abort')
  if (rude && error !== null)
    return ` Your program printed ${show(error)}${where(error)}: after a reset recv() fails, and that is the end of that client, too.`
  return rude
    ? ' After a reset recv() fails instead of returning nothing: both are the end of that client.'
    : ' recv() returned nothing: that is the end of that client.'
}
