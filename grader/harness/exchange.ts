import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { addressOf, datagrams, type Client, type Exchange, type Replies } from '../model/exchange.ts'

const patienceMs = 5000

/**
 * Runs the exchange on this machine, with a reference server and two clients on these very ports, and tells where the
 * reply to each client arrived; null where a port is taken, or a datagram is lost.
 */
export async function runExchange({
  server: port,
  ports,
  arrive,
  answered,
}: Exchange): Promise<Replies | null> {
  const opened: Socket[] = []
  const signal = AbortSignal.timeout(patienceMs)
  const open = async (at: number): Promise<Socket> => {
    const socket = createSocket('udp4')
    opened.push(socket)
    socket.bind({ port: at, address: '127.0.0.1', exclusive: true })
    await once(socket, 'listening', { signal })
    return socket
  }
  try {
    const server = await open(port)
    const clients = { A: await open(ports.A), B: await open(ports.B) }
    const requests: Datagram[] = []
    for (const client of arrive) {
      const arrived = receive(server, signal)
      clients[client].send(datagrams[client], port, '127.0.0.1')
      requests.push(await arrived)
    }
    const replies: { [client in Client]?: string } = {}
    const heard = Promise.all(
      Object.values(clients).map(async (socket) => {
        const { text } = await receive(socket, signal)
        replies[text === 'ADA' ? 'A' : 'B'] = addressOf(socket.address().port)
      }),
    )
    for (const client of answered) {
      const request = requests.find(({ text }) => text === datagrams[client])
      if (request !== undefined)
        server.send(request.text.toUpperCase(), request.from.port, request.from.address)
    }
    await heard
    const { A, B } = replies
    return A === undefined || B === undefined ? null : { A, B }
  } catch {
    return null
  } finally {
    for (const socket of opened) socket.close()
  }
}

type Datagram = { readonly text: string; readonly from: RemoteInfo }

async function receive(socket: Socket, signal: AbortSignal): Promise<Datagram> {
  const [bytes, from] = (await once(socket, 'message', { signal })) as [Buffer, RemoteInfo]
  return { text: bytes.toString(), from }
}
