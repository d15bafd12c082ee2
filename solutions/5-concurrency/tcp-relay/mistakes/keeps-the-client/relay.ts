import { socket, AF_INET, SHUT_WR, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)
const origin: [string, number] = [process.argv[3] ?? '127.0.0.1', Number(process.argv[4] ?? 12001)]

/** Carries one direction to its end. Reads no faster than the other side takes, since sendall() waits. */
async function copy(source: StreamSocket, target: StreamSocket): Promise<void> {
  for (let data = await source.recv(65536); data.length > 0; data = await source.recv(65536)) {
    await target.sendall(data)
  }
  await target.shutdown(SHUT_WR) // this direction has ended; the other one goes on
}

/** Connects one client with the origin, until both directions have ended. */
async function handle(client: StreamSocket): Promise<void> {
  const upstream = socket(AF_INET, SOCK_STREAM)
  await upstream.connect(origin)
  try {
    await Promise.all([copy(client, upstream), copy(upstream, client)])
  } finally {
    await Promise.all([client.close(), upstream.close()])
  }
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(50)
console.log(`listening on port ${port}`)

while (true) {
  const [client, [host]] = await server.accept()
  handle(client).catch((error: Error) => console.log(`${host} is gone: ${error.message}`))
}
