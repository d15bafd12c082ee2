import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

let connection: StreamSocket

async function handle(): Promise<void> {
  try {
    while (true) {
      const data = await connection.recv(65536)
      if (data.length === 0) break
      await connection.sendall(data)
    }
  } finally {
    await connection.close()
  }
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(50)

while (true) {
  ;[connection] = await server.accept()
  handle().catch(() => {})
}
