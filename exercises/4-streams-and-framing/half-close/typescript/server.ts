import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

/** Counts what the client sends until it has finished, and then tells it. */
async function serve(connection: StreamSocket): Promise<void> {
  // TODO 1. recv() again and again, until it returns nothing: the client has finished sending.
  //         Add up the bytes, and the line feeds among them (the byte 10).
  // TODO 2. Then answer: bytes=<n> lines=<m> and a newline. The other direction is still open.
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)
console.log(`listening on port ${port}`)

while (true) {
  const [connection, [host]] = await server.accept()
  try {
    await serve(connection)
  } catch (error) {
    console.log(`${host} left early: ${(error as Error).message}`)
  } finally {
    await connection.close()
  }
}
