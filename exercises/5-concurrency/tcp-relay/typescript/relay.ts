import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)
const origin: [string, number] = [process.argv[3] ?? '127.0.0.1', Number(process.argv[4] ?? 12001)]

/** Relays between one client and the origin. Runs in a task of its own. */
async function handle(client: StreamSocket): Promise<void> {
  console.log('TODO: nobody calls', origin)
  // TODO 1. connect to the origin; if that fails, this client is out of luck, and nobody else
  // TODO 2. carry bytes in both directions at once, and no faster than the other side takes them
  // TODO 3. when one direction has ended, end it on the other side, too; the other direction goes on
  await client.close()
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(50)

while (true) {
  const [client] = await server.accept()
  handle(client).catch((error: Error) => console.log(`a client is gone: ${error.message}`))
}
