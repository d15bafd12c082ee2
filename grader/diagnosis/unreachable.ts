import type { OpenSocket } from '../model/program.ts'
import { finding, type CaseOf, type Finding } from './finding.ts'
import { capital, servedBefore } from './story.ts'

const name = ({ transport, address, port }: OpenSocket) => `${transport.toUpperCase()} ${address}:${port}`

/** A client could not reach a server that is still running. */
export function diagnoseUnreachable(broken: CaseOf<'connect'>): Finding {
  const { expectation, port, transport, program } = broken
  if (!expectation.first) return unreachableLater(broken)
  const own = (program.sockets ?? []).filter(({ state }) => state !== 'connected')
  const here = own.filter((socket) => socket.port === port)
  const expected = transport === 'tcp' ? `a listening socket on port ${port}` : `a UDP socket bound to port ${port}`
  const actual = own.length > 0 ? own.map(name).join(', ') : 'no socket that clients could reach'
  const tell = (symptom: Finding['symptom'], text: string) => finding(symptom, text, expected, actual)

  const other = here.find((socket) => socket.transport !== transport)
  if (other !== undefined) {
    const [is, want] = transport === 'tcp' ? ['UDP', 'TCP (SOCK_STREAM)'] : ['TCP', 'UDP (SOCK_DGRAM)']
    return tell('wrong-transport', `Your program uses ${is} on port ${port}, but this exercise is about ${want}.`)
  }
  const unreachable = here.find((socket) => socket.transport === transport)
  if (unreachable !== undefined) {
    const text = `Your program is on ${name(unreachable)}, where a client that goes to 127.0.0.1 cannot reach it.`
    return tell('wrong-address', text)
  }
  const verb = transport === 'tcp' ? 'listens' : 'is bound'
  const elsewhere = own.filter((socket) => socket.transport === transport && isMeant(socket))
  if (elsewhere.length > 0) {
    const ports = elsewhere.map((socket) => socket.port).join(' and ')
    const text = `Nothing ${verb} on port ${port} (your argument), but your program ${verb === 'listens' ? verb : 'is'} on ${ports}. Use the port from the command line.`
    return tell('wrong-port', text)
  }
  if (transport === 'udp') {
    const text = `Nothing is bound to port ${port}, though your program is running: a server needs bind() so that clients know where to send.`
    return tell('never-bound', text)
  }
  const bound = program.calls.some(({ call, error }) => call === 'bind' && error === undefined)
  if (bound && !program.calls.some(({ call }) => call === 'listen')) {
    const text = `The port is bound but every connection is refused: listen() turns a bound socket into one that accepts handshakes. Call it before accept().`
    return tell('bound-not-listening', text)
  }
  const text = `Nothing listens on port ${port}: your program is running, but for 5 s every connection was refused.`
  return tell('never-listened', text)
}

// A client's own socket has an ephemeral port and is no attempt to serve.
const isMeant = ({ transport, state, port }: OpenSocket) => state === 'listening' || (transport === 'udp' && port < 32768)

function unreachableLater(broken: CaseOf<'connect'>): Finding {
  const { expectation, transport } = broken
  const before = servedBefore(broken, expectation.by).map(capital).join(', ')
  const who = before === '' ? 'Another client was there before' : `${before} had been served`
  const by = expectation.by
  if (expectation.why === 'silence') {
    const text = `${who}; then ${by} tried to connect and nobody took the connection. accept() returns ONE connection: call it again for every client.`
    return finding('served-only-once', text, `${by} is accepted`, 'the connection was left waiting')
  }
  const what = transport === 'tcp' ? 'the LISTENING socket' : 'the socket'
  const text = `${who}; then ${by} got ECONNREFUSED: you closed ${what}. Inside the loop close only the connection.`
  return finding('listener-closed', text, `${by} is accepted`, 'connection refused, though your program is still running')
}
