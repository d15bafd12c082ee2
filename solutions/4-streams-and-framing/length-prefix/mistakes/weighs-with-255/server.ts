import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)
const LIMIT = 1024 * 1024 // the longest payload, in bytes

/** Exactly `size` bytes, or null when the client has ended before they were complete. */
async function recvExact(connection: StreamSocket, size: number) {
  const chunks: Buffer[] = []
  let missing = size
  while (missing > 0) {
    const chunk = await connection.recv(missing)
    if (chunk.length === 0) return null
    chunks.push(chunk)
    missing -= chunk.length
  }
  return Buffer.concat(chunks)
}

async function answer(connection: StreamSocket, payload: Buffer): Promise<void> {
  const reply = Buffer.from(payload.toString().toUpperCase())
  const header = Buffer.alloc(4)
  header.writeUInt32BE(reply.length)
  await connection.sendall(Buffer.concat([header, reply]))
}

async function serve(connection: StreamSocket): Promise<void> {
  while (true) {
    const header = await recvExact(connection, 4)
    if (header === null) return
    const [a, b, c, d] = header as unknown as [number, number, number, number]
    // Each byte weighs 256 times the next one; here one of them does not.
    const length = a * 16_777_216 + b * 65_536 + c * 255 + d
    if (length > LIMIT) return
    const payload = await recvExact(connection, length)
    if (payload === null) return
    await answer(connection, payload)
  }
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)
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
