import type { Case } from '../model/diagnosis.ts'
import type { ProgramError } from '../model/program.ts'
import { finding, type Finding } from './finding.ts'
import { where } from './program.ts'
import { servedBefore } from './story.ts'

type Rule = (broken: Case, error: ProgramError) => Finding | null

const saying = (error: ProgramError) => `${error.code ?? error.type}${where(error)}`
const show = ({ type, message }: ProgramError) => `${type}: ${message}`

/** The port of the program's last call of this name, where its trace or the error text tells. */
function portTried({ program }: Case, calls: readonly string[]): number | null {
  const traced = program.calls.findLast(({ call, address }) => calls.includes(call) && address !== undefined)?.address?.[1]
  const printed = /(?:\d+\.\d+\.\d+\.\d+|:::|::1|\*|localhost):(\d+)\b|\bport: (\d+)/.exec(program.stderr)
  const text = printed?.[1] ?? printed?.[2]
  return traced ?? (text === undefined ? null : Number(text))
}

const usedListener: Rule = ({ transport }, error) => {
  if (transport !== 'tcp' || error.code !== 'ENOTCONN') return null
  const call = error.call ?? 'recv'
  const text =
    `You called ${call}() on the listening socket (${saying(error)}). It only produces connections; the bytes are on ` +
    'the NEW socket that accept() returned for this client.'
  return finding('used-listening-socket', text, `${call}() on the socket that accept() returned`, show(error))
}

const noListen: Rule = (_, error) => {
  if (error.code !== 'EINVAL' || error.call !== 'accept') return null
  const text =
    `The port is bound but every connection is refused, and accept() failed (${saying(error)}): listen() turns a bound ` +
    'socket into one that accepts handshakes. Call it before accept().'
  return finding('bound-not-listening', text, 'listen() before accept()', show(error))
}

const closedListener: Rule = (broken, error) => {
  const by = 'by' in broken.expectation ? broken.expectation.by : ''
  const served = servedBefore(broken, by)
  if (error.code !== 'EBADF' || (error.call !== 'accept' && error.call !== null) || served.length === 0) return null
  const text =
    `The next client got ECONNREFUSED: you closed the LISTENING socket, and accept() failed (${saying(error)}). Inside ` +
    'the loop close only the connection.'
  return finding('listener-closed', text, 'the listening socket stays open', show(error))
}

const textNotBytes: Rule = (_, { type, message, call, ...rest }) => {
  const error = { type, message, call, ...rest }
  if (type !== 'TypeError' || !/bytes|Buffer|Uint8Array|string/i.test(message)) return null
  if (call !== null && !/^send/.test(call)) return null
  const name = call ?? 'send'
  const text = `${name}() takes bytes, and you passed something else${where(error)}: ${message}. Encode the text first.`
  return finding('text-not-bytes', text, 'bytes', show(error))
}

const portTaken: Rule = (broken, error) => {
  if (error.code !== 'EADDRINUSE') return null
  const tried = portTried(broken, ['bind', 'listen'])
  if (tried === broken.port) {
    const text = `Your program binds port ${tried} twice (${saying(error)}): one socket, bound once, is enough.`
    return finding('address-in-use', text, 'one bind()', show(error))
  }
  const other = tried === null ? 'another port, which is taken' : `port ${tried}`
  const text =
    `Nothing listens on port ${broken.port} (your argument); your program tried ${other} (${saying(error)}). Use the ` +
    'port from the command line.'
  return finding('wrong-port', text, `port ${broken.port}`, show(error))
}

const listenOnUdp: Rule = ({ transport }, error) => {
  if (transport !== 'udp' || (error.code !== 'EOPNOTSUPP' && error.code !== 'ENOTSUP')) return null
  const call = error.call ?? 'listen'
  const text =
    `UDP sockets cannot ${call}() (${saying(error)}): there is no connection to accept. bind() to the port, then ` +
    'recvfrom(): every datagram brings its sender’s address.'
  return finding('listen-on-udp', text, 'bind(), then recvfrom()', show(error))
}

const clientBinds: Rule = (broken, error) => {
  if (error.code !== 'EADDRINUSE') return null
  const tried = portTried(broken, ['bind']) ?? broken.port
  const whose = tried === broken.port ? "the SERVER's port" : `port ${tried}`
  const text =
    `EADDRINUSE${where(error)}: your client bound ${whose}, so it cannot run beside the server or beside a second ` +
    'client. Clients do not bind; the system picks an ephemeral port for them.'
  return finding('client-bound-port', text, 'an ephemeral port, no bind()', show(error))
}

const refused: Rule = (broken, error) => {
  if (error.code !== 'ECONNREFUSED') return null
  const tried = portTried(broken, ['connect', 'sendto', 'send'])
  if (tried === null || tried === broken.port) return null
  const text =
    `Your client tried port ${tried} instead of ${broken.port}, the PORT argument, and was refused (${saying(error)}): ` +
    'take host and port from the command line.'
  return finding('wrong-port', text, `${broken.host}:${broken.port}`, show(error))
}

const notUtf8: Rule = ({ expectation }, error) => {
  if (error.type !== 'UnicodeEncodeError' || expectation.kind === 'print') return null
  const text = `The line has letters outside ASCII and your encoding cannot hold them${where(error)}. Encode as UTF-8.`
  return finding('wrong-encoding', text, 'UTF-8', show(error))
}

const firstOf =
  (rules: readonly Rule[]): Rule =>
  (broken, error) =>
    rules.reduce<Finding | null>((found, rule) => found ?? rule(broken, error), null)

/** What an error of a server means, when it is one of the known ones. */
export const serverError = firstOf([usedListener, noListen, closedListener, textNotBytes, portTaken, listenOnUdp])
export const clientError = firstOf([clientBinds, refused, textNotBytes, notUtf8])
