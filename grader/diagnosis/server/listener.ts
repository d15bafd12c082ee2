import type { Case } from '../../model/diagnosis.ts'
import { finding, type Finding } from '../finding.ts'
import { beforeDeadline, isClient, missing, served, servedBefore, whoWasServed } from '../evidence/story.ts'

/** Whether the program still holds a socket that takes connections on its port; null where that cannot be told. */
export function listens({ program, port }: Case): boolean | null {
  return program.sockets?.some((socket) => socket.port === port && socket.state === 'listening') ?? null
}

/** Somebody had been served, and the program lives on without a listening socket: however that looked to the next client. */
export function lostItsListener(broken: Case): boolean {
  const { program, transport, expectation } = broken
  if (transport !== 'tcp' || program.exit !== null || servedBefore(broken, missing(broken)).length === 0)
    return false
  return (
    listens(broken) === false ||
    (listens(broken) === null && expectation.kind === 'connect' && expectation.why === 'refused')
  )
}

/** `also` tells of an accept() that failed. */
export function listenerClosed(broken: Case, also = '', actual = 'nobody listens any more'): Finding {
  const by = missing(broken)
  const before = servedBefore(broken, by)
  const all = served(broken)
  const who = whoWasServed(before.length > 0 ? before : all) || 'An earlier client was there'
  const next = before.length > 0 || all.length === 0 ? by : ''
  const then = next === '' ? 'and nobody can connect any more' : `${next} ${fate(broken, next)}`
  const text = `${who}, ${then}: you closed the LISTENING socket${also === '' ? '' : `, ${also}`}. Inside the loop close only the connection.`
  return finding('listener-closed', text, 'the listening socket stays open', actual)
}

/** What became of a client that nobody took: refused, reset or ended, which depends on a few microseconds. */
function fate(broken: Case, client: string): string {
  const events = beforeDeadline(broken).filter(({ actor }) => actor === client && isClient(actor))
  if (events.some(({ event }) => event === 'refused')) return 'was refused (ECONNREFUSED)'
  if (events.some(({ event }) => event === 'reset')) return 'was cut off (ECONNRESET)'
  if (events.some(({ event }) => event === 'connect')) return 'got no answer'
  return 'could not connect'
}
