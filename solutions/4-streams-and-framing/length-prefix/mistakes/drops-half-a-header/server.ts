import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)
const LIMIT = 1024 * 1024 // the longest payload, in bytes

async function answer(connection: StreamSocket, payload: Buffer): Promise<void> {
  const reply = Buffer.from(payload.toString().toUpperCase())
  const header = Buffer.alloc(4)
  header.writeUInt32BE(reply.length)
  await connection.sendall(Buffer.concat([header, reply]))
}

async function serve(connection: StreamSocket): Promise<void> {
  let data = Buffer.alloc(0)
  while (true) {
    const chunk = await connection.recv(65536)
    if (chunk.length === 0) return
    data = Buffer.concat([data, chunk])
    if (data.length < 4) continue
    while (data.length >= 4) {
      const length = data.readUInt32BE()
      if (length > LIMIT) return
      if (data.length < 4 + length) break
      await answer(connection, data.subarray(4, 4 + length))
      data = data.subarray(4 + length)
    }
    if (data.length < 4) data = Buffer.alloc(0) // what is left is too short for a frame
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
