import { Draws } from './draws.ts'

/** Who talks to the server, and with which datagram. */
export const datagrams = { A: 'ada', B: 'bob' } as const

export type Client = keyof typeof datagrams

export const clients: readonly Client[] = ['A', 'B']

/** Two datagrams that reach a UDP server before it answers them, with ports and an order of a student's own. */
export type Exchange = {
  /** The submission's name, from which it was drawn. */
  readonly name: string
  readonly server: number
  readonly ports: { readonly [client in Client]: number }
  /** In which order the datagrams arrive, and in which they are answered. */
  readonly arrive: readonly [Client, Client]
  readonly answered: readonly [Client, Client]
}

/** Where the reply to each client went. */
export type Replies = { readonly [client in Client]: string }

export const addressOf = (port: number): string => `127.0.0.1:${port}`

// Where no program is graded; those of clients lie where a system takes them from.
const [firstServer, firstClient] = [10_000, 50_000]
const [servers, manyClients] = [1900, 10_000]

/** The exchange of this submission. Names that look the same are the same, however a system writes them. */
export function drawExchange(name: string, question: string): Exchange {
  const draws = new Draws(0, name.normalize('NFC'), question)
  const pair = (): [Client, Client] => (draws.integer(2) === 0 ? ['A', 'B'] : ['B', 'A'])
  const server = firstServer + draws.integer(servers)
  const A = draws.integer(manyClients)
  const B = (A + 1 + draws.integer(manyClients - 1)) % manyClients
  const ports = { A: firstClient + A, B: firstClient + B }
  return { name, server, ports, arrive: pair(), answered: pair() }
}

/** What a right server does, without running one: it answers each datagram to the address that it came from. */
export const predictReplies = ({ ports }: Exchange): Replies => ({
  A: addressOf(ports.A),
  B: addressOf(ports.B),
})

/** Says in an answer for whose numbers it is, where that may not be the submission's name. */
export const drawnFor = 'drawn-for'

/** What is asked, with `{server}` in it, as a line; and the exchange as a student sees it, in more lines. */
export function linesOf(ask: string, { server, ports, arrive, answered }: Exchange): [string, ...string[]] {
  const at = addressOf(server)
  const gap = ' '.repeat(addressOf(ports.A).length + 3)
  return [
    ask.replace('{server}', at),
    ...arrive.map(
      (client) => `${client}  ${addressOf(ports[client])} ──── "${datagrams[client]}" ───▶ ${at}`,
    ),
    ...answered.map((client) => `${gap} ◀─── "${datagrams[client].toUpperCase()}" ────`),
  ]
}
