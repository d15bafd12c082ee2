import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function handle(connection: StreamSocket): Promise<void> {
  const pieces: Buffer[] = []
  try {
    while (true) {
      const data = await connection.recv(65536)
      if (data.length === 0) break
      pieces.push(data)
    }
    await connection.sendall(Buffer.concat(pieces))
  } finally {
    await connection.close()
  }
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(50)

while (true) {
  const [connection] = await server.accept()
  handle(connection).catch(() => {})
}
