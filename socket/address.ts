import { lookup } from 'node:dns/promises'
import { isIP, isIPv4, isIPv6 } from 'node:net'
import { named } from './arguments.ts'
import type { Call } from './call.ts'
import { AF_INET, type Family } from './constants.ts'

/**
 * Where a socket is: a host (an IP address or a name) and a port from 0 to 65535. A tuple as in Python, for IPv6 too
 * (Python has two more numbers there, flow label and scope; a scope is written into the host: `fe80::1%eth0`).
 */
export type Address = readonly [host: string, port: number]

/** Refuses what is no address, saying what arrived. */
export function checkAddress(call: Call, address: unknown): Address {
  if (!Array.isArray(address) || address.length !== 2) {
    throw call.typeError(`expected one address, [host, port], got ${named(address)}`)
  }
  const [host, port] = address as unknown[]
  if (typeof host !== 'string') throw call.typeError(`the host must be a string, got ${named(host)}`)
  if (typeof port !== 'number') {
    throw call.typeError(`the port must be a number, got ${named(port)} (did you forget Number(…)?)`)
  }
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw call.rangeError(`the port must be a whole number from 0 to 65535, got ${port}`)
  }
  call.note({ address: [host, port] })
  return [host, port]
}

/** The address of all interfaces, which '' means in bind(). */
export const anyHost = (family: Family): string => (family === AF_INET ? '0.0.0.0' : '::')

const loopback = (family: Family) => (family === AF_INET ? '127.0.0.1' : '::1')

/** The IP address of a host that needs no lookup. */
function literal(call: Call, host: string, family: Family): string | undefined {
  // RFC 6761: localhost is loopback, also where no hosts file says so.
  if (host === 'localhost') return loopback(family)
  if (host === '<broadcast>' && family === AF_INET) return '255.255.255.255'
  if (family === AF_INET ? isIPv4(host) : isIPv6(host)) return host
  if (isIP(host)) {
    const [is, wanted] = family === AF_INET ? ['IPv6', 'AF_INET6'] : ['IPv4', 'AF_INET']
    throw call.error('EAI_ADDRFAMILY', `${host} is an ${is} address; make the socket with ${wanted}`)
  }
  return undefined
}

/** The IP address a local host stands for; undefined when it has to be looked up. */
export function localHost(call: Call, host: string, family: Family): string | undefined {
  return host === '' ? anyHost(family) : literal(call, host, family)
}

/** The IP address a destination stands for; undefined when it has to be looked up. */
export function remoteHost(call: Call, host: string, family: Family): string | undefined {
  return host === '' ? loopback(family) : literal(call, host, family)
}

/** Asks the system's resolver, as getaddrinfo(3) would: the first address of the socket's family. */
export async function lookUp(call: Call, host: string, family: Family): Promise<string> {
  try {
    return (await lookup(host, { family: family === AF_INET ? 4 : 6 })).address
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTFOUND') throw error
    const kind = family === AF_INET ? 'IPv4' : 'IPv6'
    throw call.error('ENOTFOUND', `no ${kind} address is known for the name '${host}'`)
  }
}
