import { finding, type CaseOf, type Finding } from '../finding.ts'
import { whatItDoes } from '../server/stream.ts'
import { diagnoseCall } from './call.ts'
import { count, quoteText } from '../evidence/text.ts'

/** The client did not finish its connection. */
export function diagnoseClose({ expectation, program }: CaseOf<'close'>): Finding {
  if (expectation.why === 'reset') {
    const text =
      'Your client reset the connection (RST) instead of closing it (FIN): it closed while there was something left to receive.'
    return finding('reset-connection', text, 'FIN', 'RST')
  }
  const text =
    'The reply was printed, but 3 s later the server has not seen your FIN: the connection is still open. Close the socket after printing.'
  return finding(
    'not-closed',
    text,
    'FIN',
    program.exit === null
      ? 'a connection that stays open, in a program that still runs'
      : 'a connection that stays open',
  )
}

/** The client did not end, or not with 0. */
export function diagnoseExit(broken: CaseOf<'exit'>): Finding {
  const { expectation, program, transport } = broken
  if (expectation.why === 'code') {
    const last = program.stderr.trim().split('\n').at(-1) ?? ''
    const said = last === '' ? '' : ` It printed ${quoteText(last)}.`
    const how =
      program.exit?.signal == null
        ? `exit code ${program.exit?.code ?? 'unknown'}`
        : `signal ${program.exit.signal}`
    const text = `The reply was printed, but then your program ended with ${how}: only 0 says that all went well.${said}`
    return finding('exit-code', text, 'exit code 0', how)
  }
  const socket = transport === 'udp' ? 'an open UDP socket' : 'an open socket'
  const text = `The reply was printed, but 3 s later your program is still alive: ${socket} or a loop keeps it running. close() the socket, and let the program end.${whatItDoes(broken)}`
  return finding('not-exited', text, 'exit code 0 within 3 s of the reply', 'a program that is still running')
}

export function diagnoseOneCall({ expectation: { connections, datagrams } }: CaseOf<'one-call'>): Finding {
  const came = `${count(connections, 'connection')}${datagrams > 0 ? ` and ${count(datagrams, 'UDP datagram')}` : ''}`
  return finding(
    'extra-connection',
    `One connection is enough for the whole conversation, but ${came} arrived.`,
    'one TCP connection',
    came,
  )
}

/** Two clients at once did not each send from a port of their own. */
export function diagnoseOwnPort(broken: CaseOf<'own-port'>): Finding {
  const { expectation, port, transcript } = broken
  const { ports } = expectation
  const expected = 'an ephemeral port for each client'
  if (ports.length < 2) {
    const heard = transcript.filter(({ actor, event }) => actor.startsWith('server') && event === 'receive')
    const sources = new Set(heard.map(({ peer }) => peer))
    if (transcript.some(({ event }) => event === 'accept')) {
      const text =
        'Two clients were started at once, and TCP connections came. This exercise is about UDP: SOCK_DGRAM, without a handshake.'
      return finding('wrong-transport', text, expected, 'TCP connections')
    }
    if (sources.size > 1) {
      const text = `Two clients were started at once, and ${count(heard.length, 'datagram')} came from ${sources.size} ports, but not the two lines that were typed.`
      return finding(
        heard.length > 2 ? 'split-datagram' : 'wrong-line',
        text,
        'a line from each client',
        count(heard.length, 'datagram'),
      )
    }
    if (sources.size === 0) return diagnoseCall({ ...broken, expectation: { kind: 'call', why: 'silence' } })
    const text =
      'Two clients were started at once, and only one of them sent its line. Leave out bind(), so that each gets a port of its own.'
    return finding('client-bound-port', text, 'a datagram from each client', count(ports.length, 'datagram'))
  }
  const text = ports.includes(port)
    ? `Your client sends from port ${port}, the server's own port. Skip bind(): the first sendto() gets an ephemeral port.`
    : `Two clients at once sent from the same port, ${ports[0]}. Skip bind(), so that each gets an ephemeral port of its own.`
  return finding('client-bound-port', text, expected, `ports ${ports.join(' and ')}`)
}
