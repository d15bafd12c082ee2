// Mistake: the length it sends counts the header, too.
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)
const LIMIT = 1024 * 1024 // the longest payload, in bytes

/** Exactly `size` bytes, or null when the client has ended before they were complete. */
async function recvExact(connection: StreamSocket, size: number) {
  const chunks: Buffer[] = []
  let missing = size
  while (missing > 0) {
    const chunk = await connection.recv(missing) // at most what is still missing
    if (chunk.length === 0) return null
    chunks.push(chunk)
    missing -= chunk.length
  }
  return Buffer.concat(chunks)
}

/** Answers one frame after the other, until the client has ended. */
async function serve(connection: StreamSocket): Promise<void> {
  while (true) {
    const header = await recvExact(connection, 4)
    if (header === null) return
    const length = header.readUInt32BE() // BE is big-endian: network byte order
    if (length > LIMIT) return
    const payload = await recvExact(connection, length)
    if (payload === null) return
    const reply = Buffer.from(payload.toString().toUpperCase())
    const replyHeader = Buffer.alloc(4)
    replyHeader.writeUInt32BE(4 + reply.length)
    await connection.sendall(Buffer.concat([replyHeader, reply]))
  }
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
