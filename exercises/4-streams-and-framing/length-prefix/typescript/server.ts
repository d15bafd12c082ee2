import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)
const LIMIT = 1024 * 1024 // the longest payload, in bytes

/** Exactly `size` bytes, or null when the client has ended before they were complete. */
async function recvExact(connection: StreamSocket, size: number): Promise<Buffer | null> {
  // TODO 1. recv(size) returns at most `size` bytes: call it until you have them all.
  //         When it returns nothing, the client has ended.
  return null
}

/** Answers one frame after the other, until the client has ended. */
async function serve(connection: StreamSocket): Promise<void> {
  // TODO 2. The header: four bytes. A Buffer can read a number from them; in which byte order?
  // TODO 3. A length above LIMIT: leave, without reading on.
  // TODO 4. The payload; then the answer: a header that counts its bytes, and the payload in upper case.
  // TODO 5. Do it again for the next frame.
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
