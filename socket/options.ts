import { named } from './arguments.ts'
import type { Call } from './call.ts'
import * as constants from './constants.ts'

const { SOL_SOCKET, IPPROTO_TCP } = constants

const names: Record<string, string> = {
  [`${SOL_SOCKET}/${constants.SO_REUSEADDR}`]: 'SO_REUSEADDR',
  [`${SOL_SOCKET}/${constants.SO_BROADCAST}`]: 'SO_BROADCAST',
  [`${SOL_SOCKET}/${constants.SO_SNDBUF}`]: 'SO_SNDBUF',
  [`${SOL_SOCKET}/${constants.SO_RCVBUF}`]: 'SO_RCVBUF',
  [`${SOL_SOCKET}/${constants.SO_KEEPALIVE}`]: 'SO_KEEPALIVE',
  [`${IPPROTO_TCP}/${constants.TCP_NODELAY}`]: 'TCP_NODELAY',
}

/** The names of the options that Node can set on each kind of socket. */
export const streamOptions = ['SO_REUSEADDR', 'SO_KEEPALIVE', 'TCP_NODELAY'] as const
export const datagramOptions = ['SO_REUSEADDR', 'SO_BROADCAST', 'SO_RCVBUF', 'SO_SNDBUF'] as const

/** Which option is meant, and its value as a number. */
export function checkOption<Name extends string>(
  call: Call,
  possible: readonly Name[],
  [level, option, value]: readonly [level: number, option: number, value: unknown],
): { name: Name; value: number } {
  const name = possible.find((known) => known === names[`${level}/${option}`])
  if (name === undefined) {
    const which = names[`${level}/${option}`] ?? `option ${option} of level ${level}`
    throw call.error(
      'ENOPROTOOPT',
      `Node cannot set ${which} on this socket; it can set ${possible.join(', ')}`,
    )
  }
  if (typeof value === 'boolean') return { name, value: Number(value) }
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw call.typeError(`expected a number from 0 on, or true or false, got ${named(value)}`)
  }
  return { name, value }
}
