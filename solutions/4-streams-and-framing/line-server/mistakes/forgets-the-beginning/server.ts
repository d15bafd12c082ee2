import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function serve(connection: StreamSocket): Promise<void> {
  let buffer = Buffer.alloc(0)
  while (true) {
    const data = await connection.recv(65536)
    if (data.length === 0) return
    buffer = Buffer.concat([buffer, data])
    if (!buffer.includes('\n')) continue
    const lines = buffer.toString().split('\n')
    for (const line of lines.slice(0, -1)) {
      await connection.sendall(Buffer.from(`${line.replace(/\r$/, '').toUpperCase()}\n`))
    }
    buffer = Buffer.alloc(0) // and what stood behind the last LF?
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
