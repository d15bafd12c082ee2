import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

/** Talks with one client until it has finished. */
async function handle(connection: StreamSocket): Promise<void> {
  // TODO 1. recv() and send back what came, again and again, until recv() returns nothing; then close
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(50)

while (true) {
  const [connection, address] = await server.accept()
  console.log('TODO: nobody serves', address)
  // TODO 2. start handle(connection) without waiting for its end
  // TODO 3. what if this client is gone in the middle? Nobody else may notice
}
