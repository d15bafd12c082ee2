import { socket, AF_INET, SOCK_STREAM } from '#socket'

type Sender = { send(bytes: Uint8Array): Promise<number> }

export async function sendAll(sock: Sender, data: Uint8Array | string): Promise<void> {
  let rest = Buffer.from(data)
  while (rest.length > 0) rest = rest.subarray(await sock.send(rest))
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', 0])
await server.listen()
const [connection] = await server.accept()
await sendAll(connection, 'hello')
