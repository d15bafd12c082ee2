/** Does what it is told on stdin, one JSON command a line, with `#socket`; answers on stdout. */
import { createInterface } from 'node:readline'
import * as library from '../index.ts'
import { DatagramSocket, SocketError, StreamSocket, type Address } from '../index.ts'

type Command = { id: number; on: string; call: string; args: unknown[] }
type Method = (...args: unknown[]) => unknown

const sockets = new Map<string, StreamSocket | DatagramSocket>()

function encode(value: unknown): unknown {
  if (typeof value === 'string') return Buffer.from(value)
  if (typeof value === 'object' && value !== null && 'zeros' in value)
    return Buffer.alloc(Number(value.zeros))
  return value
}

function decode(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return value.length <= 64 ? value.toString() : `${value.length} bytes`
  return Array.isArray(value) ? value.map(decode) : (value ?? null)
}

const constant = (name: unknown) => (library as unknown as Record<string, unknown>)[String(name)]

async function sendUntilError(on: StreamSocket) {
  for (let i = 0; i < 10_000; i += 1) await on.send(Buffer.from('x'))
  return 'no error'
}

async function recvAll(on: StreamSocket) {
  let total = 0
  for (;;) {
    const { length } = await on.recv(65_536)
    if (length === 0) return total
    total += length
  }
}

function prepared(call: string, args: unknown[]): unknown[] {
  if (call === 'send' || call === 'sendall' || call === 'sendto') return [encode(args[0]), ...args.slice(1)]
  if (call === 'shutdown') return [constant(args[0])]
  if (call === 'setsockopt') return [constant(args[0]), constant(args[1]), args[2]]
  return args
}

async function perform({ on, call, args }: Command): Promise<unknown> {
  if (call === 'socket') {
    const make = library.socket as (family: unknown, type: unknown) => StreamSocket | DatagramSocket
    sockets.set(on, make(constant(args[0]), constant(args[1])))
    return undefined
  }
  if (call === 'forget') {
    for (const socket of sockets.values()) void socket.close()
    return sockets.clear()
  }
  const socket = sockets.get(on)
  if (socket === undefined) throw new Error(`no socket ${on}`)
  if (call === 'accept') {
    const [connection, peer]: [StreamSocket, Address] = await socket.accept()
    sockets.set(String(args[0]), connection)
    return peer
  }
  if (call === 'sendUntilError') return sendUntilError(socket as StreamSocket)
  if (call === 'recvAll') return recvAll(socket as StreamSocket)
  const method = (socket as unknown as Record<string, Method>)[call]
  return method?.apply(socket, prepared(call, args))
}

for await (const line of createInterface(process.stdin)) {
  const command = JSON.parse(line) as Command
  void perform(command).then(
    (value) => console.log(JSON.stringify({ id: command.id, value: decode(value) })),
    (error: Error) => {
      const name = error instanceof SocketError ? error.code : error.name
      console.log(JSON.stringify({ id: command.id, error: name }))
    },
  )
}
