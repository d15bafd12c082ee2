import { named } from './arguments.ts'
import { Call } from './call.ts'
import { AF_INET, AF_INET6, SOCK_DGRAM, SOCK_STREAM, type Family } from './constants.ts'
import { DatagramSocket } from './datagram.ts'
import { StreamSocket } from './stream.ts'

/**
 * Makes a socket (socket(2)): of the family AF_INET (IPv4) or AF_INET6 (IPv6), and of the type SOCK_STREAM (TCP) or
 * SOCK_DGRAM (UDP).
 * @throws TypeError for anything else
 */
export function socket(family: Family, type: typeof SOCK_STREAM): StreamSocket
export function socket(family: Family, type: typeof SOCK_DGRAM): DatagramSocket
export function socket(
  family: Family,
  type: typeof SOCK_STREAM | typeof SOCK_DGRAM,
): StreamSocket | DatagramSocket {
  const refused = (sentence: string) => new Call(0, 'socket', socket).typeError(sentence)
  if (family !== AF_INET && family !== AF_INET6) {
    throw refused(`expected the family AF_INET or AF_INET6 first, got ${named(family)}`)
  }
  if (type === SOCK_STREAM) return new StreamSocket(family)
  if (type === SOCK_DGRAM) return new DatagramSocket(family)
  throw refused(`expected the type SOCK_STREAM or SOCK_DGRAM second, got ${named(type)}`)
}
