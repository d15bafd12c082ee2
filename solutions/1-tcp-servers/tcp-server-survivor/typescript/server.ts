import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(128) // room for a burst
console.log(`listening on port ${port}`)

async function serve(connection: StreamSocket): Promise<void> {
  const data = await connection.recv(1024) // empty if the client left without a word
  await connection.sendall(Buffer.from(data.toString().toUpperCase()))
}

while (true) {
  const [connection, [host]] = await server.accept()
  try {
    await serve(connection)
  } catch (error) {
    // The loss of this client, and of nobody else.
    console.log(`${host} is gone: ${(error as Error).message}`)
  } finally {
    await connection.close() // whatever happened
  }
}
