import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM) // Node sets SO_REUSEADDR itself
server.bind(['', port])
await server.listen(1) // TODO 1. how many clients may wait?
console.log(`listening on port ${port}`)

async function serve(connection: StreamSocket): Promise<void> {
  console.log('TODO 2. recv(), and send the answer in upper case', connection.getpeername())
}

while (true) {
  const [connection] = await server.accept()
  await serve(connection)
  // TODO 3. close() the connection, whatever happened in serve()
  // TODO 4. nothing that happens in serve() may end this loop
}
