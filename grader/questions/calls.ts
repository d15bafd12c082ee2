import type { Cell } from '../model/question.ts'

/** A socket call somebody wrote, and on which variable, if that is said. */
export type Call = {
  readonly call: string
  readonly on: string
  readonly cell: Cell
  readonly optional: boolean
}

/** Names in Python and Node, for the calls of the lesson. The first pattern that fits counts. */
const spellings: readonly (readonly [pattern: string, calls: readonly string[]])[] = [
  ['create_server', ['socket', 'bind', 'listen']],
  ['create_connection|createconnection|net\\.connect', ['socket', 'connect']],
  ['createserver|createsocket', ['socket']],
  ['recvfrom|recv_from', ['recvfrom']],
  ['sendto|send_to', ['sendto']],
  ['recv|receive|read', ['recv']],
  ['sendall|send|write', ['send']],
  ['setsockopt', ['setsockopt']],
  ['settimeout', ['settimeout']],
  ['shutdown', ['shutdown']],
  ['close|destroy|end', ['close']],
  ['bind', ['bind']],
  ['listen', ['listen']],
  ['accept', ['accept']],
  ['connect', ['connect']],
  ['socket', ['socket']],
]
const events: readonly (readonly [pattern: RegExp, call: string])[] = [
  [/['"“`]connection['"”`]|\bconnection event/, 'accept'],
  [/['"“`]message['"”`]|\bmessage event/, 'recvfrom'],
  [/['"“`]data['"”`]|\bdata event/, 'recv'],
]
const names = spellings.map(([pattern]) => pattern).join('|')
const called = new RegExp(`(?:([a-z_][a-z0-9_]*)\\.)?\\b(${names})\\s*\\(`, 'g')
const named = new RegExp(`(?:([a-z_][a-z0-9_]*)\\.)?\\b(${names})\\b`, 'g')

// A cell that says that there is no such call: `no listen()`, `connect() is not needed`.
const denial =
  /^\W*(no|not|none|nothing|never|without|n\/a)\b|\b(not|never) (needed|used|required|necessary|there)\b|\bunnecessary\b/

/** The calls in a cell, in order. Where some are written with brackets, other words are prose. */
function callsIn(cell: Cell, udp: boolean): Call[] {
  const text = cell.text.toLowerCase().replace(/[`*\\]/g, '')
  const optional = /optional/.test(text)
  if (denial.test(text)) return []
  const event = events.find(([pattern]) => pattern.test(cell.text.toLowerCase()))
  if (event !== undefined) return [{ call: event[1], on: '', cell, optional }]
  const withBrackets = [...text.matchAll(called)]
  const found = withBrackets.length > 0 ? withBrackets : [...text.matchAll(named)]
  return found.flatMap(([, on = '', name = '']) => {
    const calls = spellings.find(([pattern]) => new RegExp(`^(${pattern})$`).test(name))?.[1] ?? []
    return calls.map((call) => ({ call: udp ? asDatagram(call) : call, on, cell, optional }))
  })
}

// Node says send() and a connected socket says recv(); with UDP either is about a datagram.
const asDatagram = (call: string) => ({ recv: 'recvfrom', send: 'sendto' })[call as 'recv'] ?? call

/** All calls of a column. Node's listen(port) binds, too. */
export function callsOf(column: readonly Cell[], name: string): Call[] {
  const calls = column.flatMap((cell) => callsIn(cell, name.startsWith('udp')))
  const listen = calls.findIndex(({ call }) => call === 'listen')
  const node = column.some(({ text }) => /createServer/.test(text))
  if (!node || listen === -1 || calls.some(({ call }) => call === 'bind')) return calls
  return calls.toSpliced(listen, 0, { ...(calls[listen] as Call), call: 'bind' })
}
