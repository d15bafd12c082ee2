import type { OpenSocket } from '../../model/program.ts'
import { pending } from '../evidence/calls.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from './stream.ts'
import { listenerClosed, listens } from './listener.ts'
import { served, servedBefore, whoWasServed } from '../evidence/story.ts'
import { capital, plain } from '../evidence/text.ts'

const named = ({ transport, family, address, port }: OpenSocket) =>
  `${transport.toUpperCase()} ${family === 'IPv6' ? `[${plain(address)}]` : plain(address)}:${port}`

/** A client could not reach a server that is still running. */
export function diagnoseUnreachable(broken: CaseOf<'connect'>): Finding {
  if (!broken.expectation.first) return unreachableLater(broken)
  return elsewhere(broken) ?? failedAlive(broken) ?? nowhere(broken)
}

function elsewhere({ port, transport, program }: CaseOf<'connect'>): Finding | null {
  const own = (program.sockets ?? []).filter(({ state }) => state !== 'connected')
  const here = own.filter((socket) => socket.port === port)
  const expected =
    transport === 'tcp' ? `a listening socket on port ${port}` : `a UDP socket bound to port ${port}`
  const tell = (symptom: Finding['symptom'], text: string) =>
    finding(symptom, text, expected, own.map(named).join(', '))

  const other = here.find((socket) => socket.transport !== transport)
  if (other !== undefined) {
    const [is, want] = transport === 'tcp' ? ['UDP', 'TCP (SOCK_STREAM)'] : ['TCP', 'UDP (SOCK_DGRAM)']
    return tell(
      'wrong-transport',
      `Your program uses ${is} on port ${port}, but this exercise is about ${want}.`,
    )
  }
  const unreachable = here.find((socket) => socket.transport === transport && socket.state !== 'bound')
  const bound = here.find((socket) => socket.transport === transport)
  const found = unreachable ?? (transport === 'udp' ? bound : undefined)
  if (found !== undefined) {
    return tell(
      'wrong-address',
      `Your program is on ${named(found)}, where a client that goes to 127.0.0.1 cannot reach it.`,
    )
  }
  const others = own.filter(isMeant).filter((socket) => socket.transport === transport)
  if (others.length === 0) return null
  const [verb, is] = transport === 'tcp' ? ['listens', 'listens'] : ['is bound', 'is bound']
  const [on, ports] = [transport === 'tcp' ? 'on' : 'to', others.map((socket) => socket.port).join(' and ')]
  return tell(
    'wrong-port',
    `Nothing ${verb} ${on} port ${port} (your argument), but your program ${is} ${on} ${ports}. Use the port from the command line.`,
  )
}

// A client's own socket has an ephemeral port and is no attempt to serve.
const isMeant = ({ transport, state, port }: OpenSocket) =>
  state === 'listening' || (transport === 'udp' && port < 32768)

function nowhere(broken: CaseOf<'connect'>): Finding {
  const { port, transport, program } = broken
  const sockets = (program.sockets ?? []).map(named).join(', ')
  const actual = sockets === '' ? 'no socket that clients could reach' : sockets
  if (transport === 'udp') {
    const waits = pending(broken).includes('recvfrom')
      ? ' It waits in recvfrom() on a port that nobody knows.'
      : whatItDoes(broken)
    const text = `Nothing is bound to port ${port}, though your program is running: a server needs bind(), so that clients know where to send.${waits}`
    return finding('never-bound', text, `a UDP socket bound to port ${port}`, actual)
  }
  const expected = `a listening socket on port ${port}`
  const bound = program.calls.some(({ call, error }) => call === 'bind' && error === undefined)
  if (bound && !program.calls.some(({ call }) => call === 'listen')) {
    const text = `The port is bound but every connection is refused: listen() turns a bound socket into one that accepts handshakes. Call it before accept().`
    return finding('bound-not-listening', text, expected, actual)
  }
  const text = `Nothing listens on port ${port}: your program is running, but for 5 s every connection was refused.${whatItDoes(broken)}`
  return finding('never-listened', text, expected, actual)
}

function unreachableLater(broken: CaseOf<'connect'>): Finding {
  const { expectation, transport, program, port } = broken
  const { by, why } = expectation
  const before = whoWasServed(servedBefore(broken, by), transport === 'tcp' ? 'served' : 'answered')
  const again = served(broken).includes(by)
    ? `${capital(by)} was answered once`
    : 'An earlier client was there'
  const who = before === '' ? again : before
  if (why === 'silence') {
    const text = `${who}; then ${by} tried to connect and nobody took the connection. accept() returns ONE connection: call it again, inside the loop, for every client.`
    return finding('served-only-once', text, `${by} is accepted`, 'the connection was left waiting')
  }
  const [expected, actual] = [`${by} is accepted`, 'refused, though your program is still running']
  if (transport === 'udp') {
    const tied = (program.sockets ?? []).some(
      (socket) => socket.port === port && socket.state === 'connected',
    )
    const text = tied
      ? `${who}; then ${by} was refused: you connect()ed the socket to an earlier client, and now it hears nobody else. Use sendto(), without connect().`
      : `${who}; then ${by} was refused: you closed the socket. Without connections there is nothing to close between two datagrams.`
    return finding('stopped-answering', text, expected, actual)
  }
  if (listens(broken) === true) {
    const text = `${who}; then ${by} was refused, and now your program listens again: you make a new listening socket for every client. Make it once, before the loop.`
    return finding('listener-closed', text, expected, actual)
  }
  return listenerClosed(broken, '', actual)
}
