import type { Case } from '../model/diagnosis.ts'
import { finding, type CaseOf, type Finding } from './finding.ts'
import { diagnosePrint } from './print.ts'
import { afterwards } from './story.ts'
import { count, hex, pointOut, quote, quoteText, same, sized } from './text.ts'

/** A client program did something other than its protocol says. */
export function diagnoseClient(broken: Case): Finding {
  const { expectation } = broken
  switch (expectation.kind) {
    case 'call':
      return diagnoseCall(broken as CaseOf<'call'>)
    case 'line':
      return diagnoseLine(broken as CaseOf<'line'>)
    case 'print':
      return diagnosePrint(broken as CaseOf<'print'>)
    case 'close':
      return diagnoseClose(broken as CaseOf<'close'>)
    case 'exit':
      return diagnoseExit(broken as CaseOf<'exit'>)
    case 'one-call':
      return diagnoseOneCall(broken as CaseOf<'one-call'>)
    case 'own-port':
      return diagnoseOwnPort(broken as CaseOf<'own-port'>)
    default:
      throw new Error(`no diagnosis for ${expectation.kind}`)
  }
}

const cameLate = (broken: Case) => afterwards(broken).some(({ actor, event }) => actor.startsWith('server') && (event === 'receive' || event === 'accept'))

const eofText = (what: string) =>
  `A full line is on your standard input, but ${what} until the input was ended: you wait for end-of-input. Read ONE line.`

function diagnoseCall(broken: CaseOf<'call'>): Finding {
  const { expectation, transport, host, port, program } = broken
  const [here, noun] = [`${host}:${port}`, transport === 'tcp' ? 'TCP connection' : 'UDP datagram']
  const expected = `a ${noun} to ${here}`
  if (expectation.why === 'different') {
    const [came, use] = transport === 'tcp' ? ['A UDP datagram', 'SOCK_STREAM'] : ['A TCP connection attempt', 'SOCK_DGRAM, without a handshake']
    return finding('wrong-transport', `${came} came instead of a ${noun}: use ${use}.`, expected, came)
  }
  if (cameLate(broken)) {
    return finding('waits-for-stdin-eof', eofText('you sent nothing'), expected, 'nothing until standard input was ended')
  }
  const tried = program.calls.findLast(({ call, address }) => /^(connect|send)/.test(call) && address !== undefined)?.address
  if (tried !== undefined && tried[1] !== port) {
    const text = `Your client went to port ${tried[1]} instead of ${port}, the PORT argument: take host and port from the command line.`
    return finding('wrong-port', text, expected, tried.join(':'))
  }
  const how = program.exit === null ? 'it is still running' : `it ended with exit code ${program.exit.code}`
  const text = `No ${noun} arrived at ${here}; ${how}.`
  return finding('never-connected', text, expected, 'nothing arrived')
}

function diagnoseLine(broken: CaseOf<'line'>): Finding {
  const { want, got, why } = broken.expectation
  const wanted = Buffer.from(want)
  const joined = Buffer.concat(got)
  const tell = (symptom: Finding['symptom'], message: string) => finding(symptom, message, sized(wanted), pointOut(wanted, joined))
  if (got.length === 0) {
    const expected = sized(wanted)
    if (cameLate(broken)) return finding('waits-for-stdin-eof', eofText('you sent nothing'), expected, 'nothing until standard input was ended')
    if (why === 'end' || why === 'reset') {
      return finding('sent-nothing', `Your client connected and closed without sending the line ${quoteText(want)}.`, expected, 'the end of the stream')
    }
    const text = 'Connected, then silence: you wait in recv() and so does the server. In this protocol the client speaks first.'
    return finding('sent-nothing', text, expected, 'nothing: the connection stayed open and silent')
  }
  if (why === 'split') {
    return tell('split-datagram', `${count(got.length, 'datagram')} arrived for one line (${got.slice(0, 4).map(quote).join(', ')}${got.length > 4 ? ', …' : ''}): each sendto() is one message; send the whole line at once.`)
  }
  if (why === 'resent') {
    return tell('resent-too-early', `The line arrived ${got.length} times within 300 ms: the server had no time to answer. Send it once.`)
  }
  const bare = Buffer.from(joined.toString('latin1').replace(/\r?\n$/, ''), 'latin1')
  if (same(bare, Buffer.from(want, 'latin1')) || same(bare, Buffer.from(want.replace(/[^\x00-\x7f]/gu, '?')))) {
    return tell('wrong-encoding', `${quoteText(want)} arrived as ${hex(bare, 24)}: that is not UTF-8, in which it is ${hex(wanted, 24)}. Encode the line as UTF-8.`)
  }
  if (same(bare, Buffer.from(want.toUpperCase()))) {
    return tell('wrong-line', `You sent ${quote(bare)}: the line in upper case. Send it as it was typed; the server does the work.`)
  }
  return tell('wrong-line', `The line ${quoteText(want)} was typed, and ${quote(joined)} arrived at the server.`)
}

function diagnoseClose({ expectation }: CaseOf<'close'>): Finding {
  if (expectation.why === 'reset') {
    const text = 'Your client reset the connection (RST) instead of closing it (FIN): it closed while there was something left to receive.'
    return finding('reset-connection', text, 'FIN', 'RST')
  }
  const text = 'The server never saw your FIN: 3 s after the reply the connection is still open. Close the socket after printing.'
  return finding('not-closed', text, 'FIN', 'a connection that stays open')
}

function diagnoseExit({ expectation, program, transport }: CaseOf<'exit'>): Finding {
  if (expectation.why === 'code') {
    const text = `The reply was printed, but your program ended with exit code ${program.exit?.code}: 0 says that all went well.`
    return finding('exit-code', text, 'exit code 0', `exit code ${program.exit?.code}`)
  }
  const socket = transport === 'udp' ? 'an open UDP socket' : 'an open socket'
  const text = `The answer was printed, but 3 s later your program is still alive: ${socket} keeps it running. close() it.`
  return finding('not-exited', text, 'exit code 0 within 3 s of the reply', 'a program that is still running')
}

function diagnoseOneCall({ expectation: { connections, datagrams } }: CaseOf<'one-call'>): Finding {
  const came = `${count(connections, 'connection')}${datagrams > 0 ? ` and ${count(datagrams, 'UDP datagram')}` : ''}`
  return finding('extra-connection', `One connection is enough, but ${came} arrived.`, 'one TCP connection', came)
}

function diagnoseOwnPort({ expectation: { ports }, port }: CaseOf<'own-port'>): Finding {
  if (ports.length < 2) {
    const text = 'Two clients were started at once, and not both of them sent their line: leave out bind(), so that each gets a port of its own.'
    return finding('client-bound-port', text, 'a datagram from each client', count(ports.length, 'datagram'))
  }
  const text = ports.includes(port)
    ? `Your client sends from port ${port}, the server's own port. Skip bind(); the first sendto() gets an ephemeral port.`
    : `Two clients at once sent from the same port, ${ports[0]}: skip bind(), so that each gets an ephemeral port of its own.`
  return finding('client-bound-port', text, 'an ephemeral port for each client', `ports ${ports.join(' and ')}`)
}
