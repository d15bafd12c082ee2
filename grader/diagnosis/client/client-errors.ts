import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { lastAddress, sending } from '../evidence/calls.ts'
import { addressPrinted, saying, show } from '../evidence/error.ts'
import { finding, firstOf, type Finding } from '../finding.ts'
import { diedOfTimeout } from './ping-errors.ts'
import { endedByTimer } from '../rdt/stopped.ts'
import { textNotBytes } from '../text-errors.ts'

type Rule = (broken: Case, error: ProgramError) => Finding | null

const bound: Rule = (broken, error) => {
  if (error.code !== 'EADDRINUSE') return null
  const tried = lastAddress(broken, ['bind'])?.[1] ?? addressPrinted(broken)?.port ?? broken.port
  const whose = tried === broken.port ? "the SERVER's port" : `port ${tried}`
  const text =
    `Your client bound ${whose} with bind(), which is taken (${saying(error)}). Clients do not bind: connect() or the ` +
    'first sendto() picks an ephemeral port, so that many clients can run beside each other and beside the server.'
  return finding('client-bound-port', text, 'an ephemeral port, no bind()', show(error))
}

// The reference server is up before the program starts: who is refused went somewhere else.
const refused: Rule = (broken, error) => {
  if (error.code !== 'ECONNREFUSED') return null
  const traced = lastAddress(broken, ['connect', ...sending])
  const printed = addressPrinted(broken)
  const [host, port] = traced ?? [printed?.host ?? null, printed?.port ?? null]
  const meant = `${broken.host}:${broken.port}`
  if (port !== null && port !== broken.port) {
    const text = `Your client went to port ${port} instead of ${broken.port}, the PORT argument, and was refused (${saying(error)}). Take host and port from the command line.`
    return finding('wrong-port', text, meant, `port ${port}`)
  }
  const where = host === null ? 'somewhere else' : `${host}:${port}`
  const text = `Your client went to ${where} instead of ${meant}, its HOST and PORT arguments, and was refused (${saying(error)}).`
  return finding('wrong-address', text, meant, where)
}

const unknownHost: Rule = (broken, error) => {
  if (error.type !== 'gaierror' && error.code !== 'ENOTFOUND' && error.code !== 'EAI_AGAIN') return null
  const host = lastAddress(broken, ['connect', ...sending])?.[0]
  const which =
    host === undefined ? 'a name that nobody knows' : `${JSON.stringify(host)}, a name that nobody knows`
  const text = `Your client looked up ${which} (${saying(error)}). The host is the first argument, here ${broken.host}.`
  return finding('wrong-address', text, broken.host, show(error))
}

const notConnected: Rule = (broken, error) => {
  const unconnected = error.code === 'ENOTCONN' || error.code === 'EDESTADDRREQ'
  const beforeConnect = error.code === 'EPIPE' && !broken.transcript.some(({ event }) => event === 'accept')
  if (!unconnected && !beforeConnect) return null
  const call = error.call ?? 'send'
  const instead =
    broken.transport === 'tcp'
      ? 'connect() comes first'
      : 'name the server in sendto(data, address), or connect() first'
  const text = `You called ${call}() on a socket that has no peer (${saying(error)}): ${instead}.`
  return finding('never-connected', text, `a peer before ${call}()`, show(error))
}

const wrongKind: Rule = ({ transport }, error) => {
  if (transport !== 'tcp' || (error.code !== 'EOPNOTSUPP' && error.code !== 'EPROTOTYPE')) return null
  const text = `You made a UDP socket (${saying(error)}). This exercise is about TCP: SOCK_STREAM.`
  return finding('wrong-transport', text, 'SOCK_STREAM', show(error))
}

const notUtf8: Rule = ({ expectation }, error) => {
  if (error.type !== 'UnicodeEncodeError' || expectation.kind === 'print') return null
  const text = `The line has letters outside ASCII, and your encoding has no bytes for them (${saying(error)}). Encode it as UTF-8.`
  return finding('wrong-encoding', text, 'UTF-8', show(error))
}

// What print() does to the bytes of a picture, or decode().
const noText: Rule = ({ expectation }, error) => {
  if (expectation.kind !== 'output' || !/^Unicode(De|En)codeError$/.test(error.type)) return null
  const text = `The response holds bytes that are no UTF-8, and you treat them as text (${saying(error)}): write bytes, do not decode.`
  return finding('decoded-output', text, 'the bytes as they came', show(error))
}

const impatient: Rule = ({ expectation }, error) => {
  const timedOut =
    error.code === 'ETIMEDOUT' ||
    /^(timeout|TimeoutError)$/.test(error.type) ||
    /timed out/.test(error.message)
  if (!timedOut || expectation.kind !== 'print') return null
  const text = `Your own timeout ended the wait before the reply came (${saying(error)}): it may take 700 ms, so wait for at least 2 s.`
  return finding('did-not-wait', text, 'a client that waits for the reply', show(error))
}

/** What an error of a client means, when it is one of the known ones. */
export const clientError = firstOf<[Case, ProgramError]>(
  bound,
  refused,
  unknownHost,
  notConnected,
  wrongKind,
  textNotBytes,
  notUtf8,
  noText,
  impatient,
  diedOfTimeout,
  endedByTimer,
)
