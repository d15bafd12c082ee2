import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)
const LIMIT = 1024 * 1024 // the longest payload, in bytes

async function answer(connection: StreamSocket, payload: Buffer): Promise<void> {
  const reply = Buffer.from(payload.toString().toUpperCase())
  const header = Buffer.alloc(4)
  header.writeUInt32BE(reply.length)
  await connection.sendall(Buffer.concat([header, reply]))
}

async function recvExact(connection: StreamSocket, size: number): Promise<Buffer> {
  let data = Buffer.alloc(0)
  while (data.length < size) {
    const chunk = await connection.recv(size - data.length)
    if (chunk.length === 0) break
    data = Buffer.concat([data, chunk])
  }
  return data
}

async function serve(connection: StreamSocket): Promise<void> {
  while (true) {
    const header = await recvExact(connection, 4)
    if (header.length < 4) return
    const length = header.readUInt32BE()
    if (length > LIMIT) return
    const payload = await recvExact(connection, length)
    // Nothing at all came: an empty message? Or the end, where `length` bytes should be?
    if (payload.length > 0 && payload.length < length) return
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
