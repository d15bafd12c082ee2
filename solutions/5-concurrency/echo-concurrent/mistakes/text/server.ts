import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function handle(connection: StreamSocket): Promise<void> {
  try {
    while (true) {
      const text = (await connection.recv(65536)).toString()
      if (text === '') break
      await connection.sendall(Buffer.from(text))
    }
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
