import { readFileSync } from 'node:fs'
import type { OpenSocket } from '../model/program.ts'
import { relatives } from './family.ts'
import { socketInodes } from './processes.ts'

type Row = OpenSocket & { readonly inode: string; readonly rawState: string }

const tables = [
  ['tcp', 'IPv4', '/proc/net/tcp'],
  ['tcp', 'IPv6', '/proc/net/tcp6'],
  ['udp', 'IPv4', '/proc/net/udp'],
  ['udp', 'IPv6', '/proc/net/udp6'],
] as const

// States from linux/include/net/tcp_states.h. A bound TCP socket that never called listen() is in no table.
const listening = '0A'
const established = '01'

function stateOf(transport: 'tcp' | 'udp', raw: string): OpenSocket['state'] {
  if (transport === 'tcp' && raw === listening) return 'listening'
  return raw === established ? 'connected' : 'bound'
}

// Addresses are printed as 32-bit words in host order (little-endian on the machines we know).
function readAddress(hex: string): string {
  const words = hex.match(/.{8}/g) ?? []
  const bytes = words.flatMap((word) =>
    (word.match(/../g) ?? []).toReversed().map((byte) => parseInt(byte, 16)),
  )
  if (bytes.length === 4) return bytes.join('.')
  const groups = Array.from({ length: 8 }, (_, i) =>
    (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)).toString(16),
  )
  return groups.join(':').replace(/(^|:)0(:0)+(:|$)/, '::')
}

export function parseTable(transport: 'tcp' | 'udp', family: 'IPv4' | 'IPv6', text: string): Row[] {
  return text
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const fields = line.trim().split(/\s+/)
      const [address, port] = (fields[1] ?? '').split(':')
      const rawState = fields[3] ?? ''
      const inode = fields[9] ?? ''
      if (address === undefined || port === undefined) return []
      const state = stateOf(transport, rawState)
      return [
        {
          transport,
          family,
          address: readAddress(address),
          port: parseInt(port, 16),
          state,
          rawState,
          inode,
        },
      ]
    })
}

function allSockets(transports: readonly ('tcp' | 'udp')[] = ['tcp', 'udp']): Row[] {
  const wanted = tables.filter(([transport]) => transports.includes(transport))
  return wanted.flatMap(([transport, family, path]) => parseTable(transport, family, readTable(path)))
}

function readTable(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/** The sockets of a program, to explain a program that was never reached; null where /proc does not exist. */
export function openSockets(leader: number): OpenSocket[] | null {
  if (process.platform !== 'linux') return null
  const inodes = new Set(relatives(leader).flatMap((pid) => [...socketInodes(pid)]))
  return allSockets()
    .filter(({ inode }) => inodes.has(inode))
    .map(({ transport, family, address, port, state }) => ({ transport, family, address, port, state }))
}

/** Ports on which anything at all is left: listeners, connections, and TIME_WAIT, which would refuse a bind. */
export function portsInUse(): Set<number> {
  return new Set(allSockets().map(({ port }) => port))
}

const reachable = new Set(['127.0.0.1', '0.0.0.0', '::', '::ffff:7f00:1'])

/**
 * Whether a UDP socket is bound where a datagram to 127.0.0.1:`port` arrives. Null when this machine cannot tell: its
 * table shows not even the socket that is bound to 127.0.0.1:`known`.
 */
export function isBound(port: number, known: number): boolean | null {
  const rows = allSockets(['udp']).filter((row) => row.state === 'bound' && reachable.has(row.address))
  const bound = new Set(rows.map((row) => row.port))
  // A socket that its program connected to this very client is no longer bound to all, but hears it.
  return bound.has(known) ? bound.has(port) || hasPair('udp', port, known) : null
}

/** Inodes of the sockets that clients of `port` reach. */
export function listenersOn(transport: 'tcp' | 'udp', port: number): string[] {
  const open = transport === 'udp' ? 'bound' : 'listening'
  return allSockets([transport])
    .filter((row) => row.port === port && row.state === open)
    .map(({ inode }) => inode)
}

/** Whether the program, or a process that came of it, holds one of these sockets. */
export function holdsAny(pid: number, inodes: readonly string[]): boolean {
  const owns = (member: number) => inodes.some((inode) => socketInodes(member).has(inode))
  return owns(pid) || relatives(pid).some(owns)
}

/** Whether the kernel has forgotten the connection between these ports, as it does at once after a reset. */
export const connectionIsGone = (localPort: number, remotePort: number): boolean =>
  tableIsThere() && !hasPair('tcp', localPort, remotePort)

/** How many bytes lie in the receive queue of the socket on `localPort` that is connected to `remotePort`; 0 if unknown. */
export function untakenBytes(localPort: number, remotePort: number): number {
  const row = new RegExp(`${pair(localPort, remotePort)}[0-9A-F]+ [0-9A-F]+:([0-9A-F]+) `)
  const found = [readTable('/proc/net/tcp'), readTable('/proc/net/tcp6')].map((table) => row.exec(table)?.[1])
  return Math.max(...found.map((queue) => parseInt(queue ?? '0', 16)))
}

/** How many bytes the socket on `localPort` still has to send to `remotePort`, or the other has not taken; null if unknown. */
export function queuedBytes(localPort: number, remotePort: number): number | null {
  if (!tableIsThere()) return null
  const row = new RegExp(`${pair(localPort, remotePort)}[0-9A-F]+ ([0-9A-F]+):`)
  const [queue] = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((path) => row.exec(readTable(path))?.[1] ?? [])
  return parseInt(queue ?? '0', 16) + untakenBytes(remotePort, localPort)
}

const tableIsThere = () => readTable('/proc/net/tcp') !== ''

/** The beginning of a row of the table, as a pattern. */
function pair(localPort: number, remotePort: number): string {
  const hex = (port: number) => port.toString(16).toUpperCase().padStart(4, '0')
  return `:${hex(localPort)} [0-9A-F]+:${hex(remotePort)} `
}

function hasPair(transport: 'tcp' | 'udp', localPort: number, remotePort: number): boolean {
  const row = new RegExp(pair(localPort, remotePort))
  return tables.some(([name, , path]) => name === transport && row.test(readTable(path)))
}
