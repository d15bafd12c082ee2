import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { lastAddress } from '../evidence/calls.ts'
import { addressPrinted, saying, show } from '../evidence/error.ts'
import { finding, firstOf, type Finding } from '../finding.ts'
import { decodedInPieces } from './decode-error.ts'
import { answeredTooLate, hadFinished, mayStillSend } from './half-close.ts'
import { tookHugeLength } from './huge-length.ts'
import { endedByTimeLimit } from '../rdt/time-limit.ts'
import { takenByItself } from './restart.ts'
import { decodedBytes } from './damage.ts'
import { diedOnRefusal } from './relay.ts'
import { listenerClosed } from './listener.ts'
import { beforeDeadline, isClient, missing, served, whoWasServed } from '../evidence/story.ts'
import { shortHeader } from './short-read.ts'
import { textNotBytes } from '../text-errors.ts'
import { webError } from './web-error.ts'

type Rule = (broken: Case, error: ProgramError) => Finding | null

const receiving = /^recv/
const writing = /^send/

const someoneConnected = (broken: Case) =>
  broken.transcript.some(({ actor, event }) => event === 'connect' && isClient(actor))

// A client that is still there can be written to: EPIPE then comes from a socket that is no connection.
function stillThere(broken: Case): boolean {
  const early = beforeDeadline(broken)
  const last = early.findLast(({ actor, event }) => event === 'connect' && isClient(actor))?.actor
  return !early.some(({ actor, event }) => actor === last && (event === 'finish' || event === 'reset'))
}

const usedListener: Rule = (broken, error) => {
  if (broken.transport !== 'tcp' || error.call === null) return null
  const { code, call } = error
  const notConnected = code === 'ENOTCONN' && (receiving.test(call) || writing.test(call))
  const brokenPipe = code === 'EPIPE' && writing.test(call) && stillThere(broken)
  if (!notConnected && !brokenPipe) return null
  const text =
    `You called ${call}() on the listening socket (${saying(error)}). It only produces connections: the bytes travel on the ` +
    'NEW socket that accept() returned for this client.'
  return finding('used-listening-socket', text, `${call}() on the socket that accept() returned`, show(error))
}

const acceptFailed = ({ code, call }: ProgramError) =>
  (call === 'accept' || call === null) && (code === 'EBADF' || code === 'EINVAL' || code === 'ENOTSOCK')

const closedListener: Rule = (broken, error) => {
  // A client that left with a reset was there, though nobody was served.
  const wereThere = served(broken).length > 0 || broken.transcript.some(({ event }) => event === 'abort')
  if (!acceptFailed(error) || broken.transport !== 'tcp' || !wereThere) return null
  return listenerClosed(broken, `and accept() failed (${saying(error)})`, show(error))
}

const handedOverListener: Rule = (broken, error) => {
  if (!acceptFailed(error) || error.call === null || broken.transport !== 'tcp' || !someoneConnected(broken))
    return null
  const text =
    `Your program used and closed the LISTENING socket as if it were the client's, so the client got nothing and the next accept() ` +
    `failed (${saying(error)}). accept() returns a NEW socket for this client: send on that one, and close that one.`
  return finding(
    'used-listening-socket',
    text,
    'the socket that accept() returned is used for the client',
    show(error),
  )
}

const closedSocket: Rule = (broken, error) => {
  if (broken.transport !== 'udp' || error.code !== 'EBADF' || served(broken).length === 0) return null
  const text = `${whoWasServed(served(broken), 'answered')}, and then your program closed its socket and called ${error.call ?? 'recvfrom'}() on it (${saying(error)}). UDP has no connections: there is nothing to close between two datagrams.`
  return finding('stopped-answering', text, 'a socket that stays open', show(error))
}

const noListen: Rule = ({ transport }, error) => {
  if (transport !== 'tcp' || error.code !== 'EINVAL' || error.call !== 'accept') return null
  const text =
    `The port is bound but every connection is refused, and accept() failed (${saying(error)}): listen() turns a bound ` +
    'socket into one that accepts handshakes. Call it before accept().'
  return finding('bound-not-listening', text, 'listen() before accept()', show(error))
}

const sentAfterClose: Rule = (broken, error) => {
  if (
    broken.transport !== 'tcp' ||
    error.code !== 'EBADF' ||
    error.call === null ||
    !writing.test(error.call)
  )
    return null
  const text = `You closed the connection and called ${error.call}() on it afterwards (${saying(error)}). ${hadFinished(broken, missing(broken)) ? mayStillSend(broken) : 'Send first, close last.'}`
  return finding('closed-without-reply', text, `${error.call}() before close()`, show(error))
}

const portTaken: Rule = (broken, error) => {
  if (error.code !== 'EADDRINUSE') return null
  const tried = lastAddress(broken, ['bind', 'listen'])?.[1] ?? addressPrinted(broken)?.port ?? null
  const again = takenByItself(broken, error, tried)
  if (again !== null) return again
  if (tried === broken.port) {
    const text = `Your program binds port ${tried} twice (${saying(error)}): one socket, bound once, is enough.`
    return finding('address-in-use', text, 'one bind()', show(error))
  }
  const [verb, other] = [
    broken.transport === 'tcp' ? 'listens on' : 'is bound to',
    tried === null ? 'another port' : `port ${tried}`,
  ]
  const text =
    `Nothing ${verb} port ${broken.port} (your argument): your program tried ${other}, which is taken (${saying(error)}). ` +
    'Use the port from the command line.'
  return finding('wrong-port', text, `port ${broken.port}`, tried === null ? show(error) : `port ${tried}`)
}

const portForbidden: Rule = (broken, error) => {
  const tried = lastAddress(broken, ['bind', 'listen'])?.[1] ?? addressPrinted(broken)?.port ?? null
  if (error.code !== 'EACCES' || tried === null || tried === broken.port) return null
  const text = `Your program tried port ${tried} instead of ${broken.port}, its argument, and may not have it (${saying(error)}).`
  return finding('wrong-port', text, `port ${broken.port}`, `port ${tried}`)
}

const addressOfNobody: Rule = (broken, error) => {
  const lookup = error.type === 'gaierror' && error.call === 'bind'
  if (error.code !== 'EADDRNOTAVAIL' && !lookup) return null
  const host = lastAddress(broken, ['bind', 'listen'])?.[0]
  const which = host === undefined || host === '' ? 'a host that' : `${JSON.stringify(host)}, which`
  const text = `You bind to ${which} is no address of this machine (${saying(error)}): leave the host empty, or use 127.0.0.1.`
  return finding('wrong-address', text, "'' or 127.0.0.1", show(error))
}

const unsupported: Rule = ({ transport }, error) => {
  if (error.code !== 'EOPNOTSUPP' && error.code !== 'ENOTSUP') return null
  const call = error.call ?? 'listen'
  if (transport === 'tcp') {
    const text = `You made a UDP socket, which cannot ${call}() (${saying(error)}). This exercise is about TCP: SOCK_STREAM.`
    return finding('wrong-transport', text, 'SOCK_STREAM', show(error))
  }
  const text =
    `UDP sockets cannot ${call}() (${saying(error)}): there is no connection to accept. bind() to the port, then recvfrom(): ` +
    "every datagram brings its sender's address."
  return finding('listen-on-udp', text, 'bind(), then recvfrom()', show(error))
}

/** What an error of a server means, when it is one of the known ones. */
export const serverError = firstOf<[Case, ProgramError]>(
  webError,
  diedOnRefusal,
  usedListener,
  closedListener,
  handedOverListener,
  closedSocket,
  noListen,
  sentAfterClose,
  textNotBytes,
  decodedInPieces,
  shortHeader,
  tookHugeLength,
  answeredTooLate,
  decodedBytes,
  portTaken,
  portForbidden,
  addressOfNobody,
  unsupported,
  endedByTimeLimit,
)
