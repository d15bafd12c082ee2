// Mistake: it answers the first frame of what came, and throws the rest away.
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)
const LIMIT = 1024 * 1024 // the longest payload, in bytes

/** Answers one frame after the other, until the client has ended. */
async function serve(connection: StreamSocket): Promise<void> {
  let data = Buffer.alloc(0)
  while (true) {
    const chunk = await connection.recv(65536)
    if (chunk.length === 0) return
    data = Buffer.concat([data, chunk])
    if (data.length < 4) continue
    const length = data.readUInt32BE()
    if (length > LIMIT) return
    if (data.length < 4 + length) continue
    const reply = Buffer.from(
      data
        .subarray(4, 4 + length)
        .toString()
        .toUpperCase(),
    )
    const header = Buffer.alloc(4)
    header.writeUInt32BE(reply.length)
    await connection.sendall(Buffer.concat([header, reply]))
    data = Buffer.alloc(0)
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
