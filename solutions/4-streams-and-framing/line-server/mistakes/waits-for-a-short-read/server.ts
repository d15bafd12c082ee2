import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

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
  let buffer = Buffer.alloc(0)
  while (true) {
    const data = await receiveAll(connection)
    if (data.length === 0) return
    buffer = Buffer.concat([buffer, data])
    for (let at = buffer.indexOf('\n'); at !== -1; at = buffer.indexOf('\n')) {
      const line = buffer.subarray(0, at).toString().replace(/\r$/, '')
      buffer = buffer.subarray(at + 1)
      await connection.sendall(Buffer.from(`${line.toUpperCase()}\n`))
    }
  }
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen()
while (true) {
  const [connection] = await server.accept()
  await serve(connection)
  await connection.close()
}
