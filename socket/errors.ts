import { constants } from 'node:os'

/** Codes that Node adds to errno.h, with the numbers getaddrinfo(3) gives them on Linux. */
const lookupErrors: Record<string, number> = { ENOTFOUND: -2, EAI_AGAIN: -3, EAI_ADDRFAMILY: -9 }

/** The number of an errno, 0 when this system does not know it. */
export function errnoOf(code: string): number {
  return (constants.errno as Record<string, number>)[code] ?? lookupErrors[code] ?? 0
}

/**
 * A socket call failed. The message reads `recv: ENOTCONN: what is wrong and what to do instead`; the stack starts
 * at the line that made the call, also when the call failed later.
 */
export class SocketError extends Error {
  /** The errno's name, such as `ECONNREFUSED`; of a failed name lookup `ENOTFOUND`, `EAI_AGAIN` or `EAI_ADDRFAMILY`. */
  readonly code: string
  /** The errno's number on this system, as in Python's `OSError.errno`. */
  readonly errno: number
  /** The call that failed, such as `connect`. */
  readonly syscall: string

  constructor(syscall: string, code: string, sentence: string) {
    super(`${syscall}: ${code}: ${sentence}`)
    this.code = code
    this.errno = errnoOf(code)
    this.syscall = syscall
  }
}
Object.defineProperty(SocketError.prototype, 'name', { value: 'SocketError' })

const sentences: Record<string, string> = {
  EACCES: 'this needs rights that you do not have (a port below 1024, or a broadcast without SO_BROADCAST)',
  EADDRINUSE: 'another socket already uses this address and port',
  EADDRNOTAVAIL: 'this host is not an address of this machine',
  EAI_AGAIN: 'the name service did not answer',
  EAFNOSUPPORT: 'this machine does not support the address family',
  ECONNREFUSED: 'nothing listens on this address and port',
  ECONNRESET: 'the peer reset the connection (RST)',
  EHOSTUNREACH: 'there is no way to this host',
  EMFILE: 'too many sockets and files are open; close() those you no longer need',
  EMSGSIZE: 'the datagram is too big; UDP over IPv4 carries at most 65507 bytes',
  ENETUNREACH: 'there is no way to this network',
  ENOTCONN: 'there is no connection any more',
  EPIPE: 'the peer has closed the connection and takes no more bytes',
  ETIMEDOUT: 'the peer does not answer',
}

/** What a code means, for failures that come from the kernel. */
export function explain(code: string, fallback: string): string {
  return sentences[code] ?? fallback
}

/** Failures that the other side or the network caused, not the order of the calls. */
export const causedByPeer: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
])
