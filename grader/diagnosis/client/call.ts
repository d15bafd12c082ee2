import { lastAddress, sending } from '../evidence/calls.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { failedAlive, whatItDoes } from '../server/stream.ts'
import { cameLate, waitsForEndOfInput } from './input.ts'
import { plain } from '../evidence/text.ts'

/** The reference server was never called. */
export function diagnoseCall(broken: CaseOf<'call'>): Finding {
  const { expectation, transport, host, port, program } = broken
  const [here, noun] = [`${host}:${port}`, transport === 'tcp' ? 'TCP connection' : 'UDP datagram']
  const expected = `a ${noun} to ${here}`
  if (expectation.why === 'different') {
    const [came, use] =
      transport === 'tcp'
        ? ['A UDP datagram', 'This exercise is about TCP: SOCK_STREAM.']
        : ['A TCP connection', 'This exercise is about UDP: SOCK_DGRAM, without a handshake.']
    return finding('wrong-transport', `${came} came instead of a ${noun}. ${use}`, expected, came)
  }
  if (cameLate(broken)) return waitsForEndOfInput('you sent nothing', expected)
  const [tried, tryPort] = lastAddress(broken, ['connect', ...sending]) ?? [host, port]
  if (tryPort !== port) {
    const text = `Your client went to port ${tryPort} instead of ${port}, the PORT argument. Take host and port from the command line.`
    return finding('wrong-port', text, expected, `port ${tryPort}`)
  }
  if (tried !== host && tried !== 'localhost' && tried !== '::1') {
    const text = `Your client went to host ${plain(tried)} instead of ${host}, the HOST argument. Take host and port from the command line.`
    return finding('wrong-address', text, expected, plain(tried))
  }
  const how =
    program.exit === null
      ? `, while your program is running.${whatItDoes(broken)}`
      : ': your program ended (exit code 0) without having called.'
  return (
    failedAlive(broken) ??
    finding('never-connected', `No ${noun} arrived at ${here}${how}`, expected, 'nothing arrived')
  )
}
