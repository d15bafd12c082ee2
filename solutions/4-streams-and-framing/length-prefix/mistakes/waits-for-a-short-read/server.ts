import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)
const LIMIT = 1024 * 1024 // the longest payload, in bytes

async function answer(connection: StreamSocket, payload: Buffer): Promise<void> {
  const reply = Buffer.from(payload.toString().toUpperCase())
  const header = Buffer.alloc(4)
  header.writeUInt32BE(reply.length)
  await connection.sendall(Buffer.concat([header, reply]))
}

const size = 1024

async function receiveAll(connection: StreamSocket): Promise<Buffer> {
  const parts: Buffer[] = []
  while (true) {
    const part = await connection.recv(size)
    parts.push(part)
    if (part.length < size) return Buffer.concat(parts) // less than there is room for: that was all
  }
}

async function serve(connection: StreamSocket): Promise<void> {
  let data = Buffer.alloc(0)
  while (true) {
    const more = await receiveAll(connection)
    if (more.length === 0) return
    data = Buffer.concat([data, more])
    while (data.length >= 4) {
      const length = data.readUInt32BE()
      if (length > LIMIT) return
      if (data.length < 4 + length) break
      await answer(connection, data.subarray(4, 4 + length))
      data = data.subarray(4 + length)
    }
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
