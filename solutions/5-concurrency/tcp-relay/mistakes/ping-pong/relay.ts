import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

async function handle(client: StreamSocket): Promise<void> {
  const upstream = socket(AF_INET, SOCK_STREAM)
  await upstream.connect([process.argv[3] ?? '127.0.0.1', Number(process.argv[4])])
  while (true) {
    const request = await client.recv(4096)
    if (request.length === 0) break
    await upstream.sendall(request)
    await client.sendall(await upstream.recv(4096))
  }
  await upstream.close()
  await client.close()
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', Number(process.argv[2])])
await server.listen()
while (true) {
  const [client] = await server.accept()
  handle(client).catch(console.error)
}
