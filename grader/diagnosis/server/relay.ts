import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { saying, show } from '../evidence/error.ts'
import { capital, quote, sized } from '../evidence/text.ts'
import { different, finding, type CaseOf, type Finding } from '../finding.ts'
import { damaged } from './damage.ts'
import { failedAlive, whatItDoes } from './stream.ts'

const open = 'a connection that stays open'
const theOrigin = (name: string) => (name.startsWith('origin') ? 'the origin' : name)

/** A client was accepted, and nobody called the origin for it. */
export function diagnoseUpstream(broken: CaseOf<'upstream'>): Finding {
  const { by, before, why } = broken.expectation
  const failed = failedAlive(broken, `${capital(by)} connected`)
  if (failed !== null) return failed
  const others = before > 0 ? `, though ${before === 1 ? 'one' : before} had come before` : ''
  const closed = why === 'silence' ? '' : ` ${capital(by)} was disconnected.`
  const text = `${capital(by)} connected to you, and within 5 s no connection for it came to the origin${others}.${closed}${whatItDoes(broken)} Each client gets one of its own, at once: perhaps it is the server that speaks first.`
  return finding('no-upstream', text, 'a connection to the origin', 'none')
}

/** What one side sent did not come out at the other. */
export function diagnoseRelayed(broken: CaseOf<'relayed'>): Finding {
  const { by, from, want, got, of, why, helped, first } = broken.expectation
  const [hearer, speaker] = [theOrigin(by), theOrigin(from)]
  const sent = `${capital(speaker)} sent ${quote(want, 40)}`
  if (of !== null) {
    const which =
      got.length > 0
        ? `${hearer} received ${quote(got, 40)}, which is ${of}'s`
        : `it came out at the other end of ${of}'s connection`
    const text = `${sent}, and ${which}. Two clients share a connection, or a variable.`
    return different('crossed-talks', text, want, got)
  }
  if (helped) {
    const text = `${sent}${first ? ' first' : ''}, and you waited for ${hearer}: only when that had sent something, too, ${speaker}'s bytes came through. Either side may speak, at any time.`
    return finding('takes-turns', text, sized(want), `nothing until ${hearer} had spoken`)
  }
  const damage = got.length > 0 ? damaged({ by: speaker, want, got }) : null
  if (damage !== null) return damage
  if (got.length > 0) {
    const text = `${sent}, and ${hearer} received ${quote(got, 40)}. A relay passes on the very bytes, and nothing else.`
    return different(got.length < want.length ? 'reply-cut-short' : 'wrong-reply', text, want, got)
  }
  const failed = failedAlive(broken, sent)
  if (failed !== null) return failed
  if (why === 'end' || why === 'reset') return cut(broken, why)
  const text = `${sent}, and nothing came out at ${hearer}.${whatItDoes(broken)}`
  return finding('not-relayed', text, sized(want), 'nothing')
}

function cut(broken: CaseOf<'relayed'>, why: 'end' | 'reset'): Finding {
  const { by, from, want } = broken.expectation
  const [hearer, speaker] = [theOrigin(by), theOrigin(from)]
  const how = why === 'end' ? 'closed' : 'reset'
  const finished = broken.transcript.some(({ actor, event }) => actor === by && event === 'finish')
  if (!finished) {
    const text = `${capital(speaker)} sent ${quote(want, 40)}, and the connection to ${hearer} was ${how}, though neither side had finished.`
    return finding('cut-other-direction', text, sized(want), `the connection was ${how}`)
  }
  const node =
    broken.track === 'typescript' && broken.program.calls.length === 0
      ? ' With node:net both sockets need allowHalfOpen: true; `for await` destroys a socket at its end.'
      : ''
  const text = `${capital(hearer)} had finished sending, and then ${speaker} sent ${quote(want, 40)}, but the connection to ${hearer} was ${how} already. An end of file ends ONE direction; the answer comes by the other.${node}`
  return finding('cut-other-direction', text, sized(want), `the connection was ${how}`)
}

/** One side had finished, and the other did not hear of it. */
export function diagnosePassedEnd(broken: CaseOf<'passed-end'>): Finding {
  const { by, from, why } = broken.expectation
  const [hearer, speaker] = [theOrigin(by), theOrigin(from)]
  if (why === 'reset') {
    const text = `${capital(speaker)} finished (FIN), and the connection to ${hearer} was reset (RST): it loses what was still on its way.`
    return finding('cut-other-direction', text, 'FIN', 'RST')
  }
  const text = `${capital(speaker)} sent EOF 5 s ago, and ${hearer} still waits for it. recv() returned 0 bytes: call shutdown(SHUT_WR) on the other socket.${whatItDoes(broken)}`
  return finding('end-not-passed', text, 'FIN: the end of the stream', open)
}

/** Nobody listens where the relay is to call. */
export function diagnoseTurnedAway(broken: CaseOf<'unreachable-origin'>): Finding {
  const { by, got, why } = broken.expectation
  if (why === 'different') {
    const text = `Nobody listens at HOST and PORT, and ${by} received ${quote(got)}. A relay has nothing to say of its own: close the connection.`
    return finding('extra-bytes', text, 'the end of the connection', quote(got))
  }
  const text = `Nobody listens at HOST and PORT, and 5 s later the connection of ${by} is still open: it waits for an answer that cannot come.`
  return finding('client-kept', text, 'the end of the connection', open)
}

/** The error of a connect() that ended the whole relay. */
export function diedOnRefusal(broken: Case, error: ProgramError): Finding | null {
  const { kind } = broken.expectation
  if (error.code !== 'ECONNREFUSED' || (kind !== 'unreachable-origin' && kind !== 'upstream')) return null
  const text = `The origin refused the connection (${saying(error)}), and your relay ended. That is the bad luck of one client: close its connection, and accept the next.`
  return finding('died-on-refusal', text, 'a relay that lives on', show(error))
}
