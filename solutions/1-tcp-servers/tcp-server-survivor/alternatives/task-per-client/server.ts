// serve() is started but not awaited: clients are served at the same time, and each catches its own errors.
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(50)

async function serve(connection: StreamSocket): Promise<void> {
  try {
    const data = await connection.recv(1024)
    await connection.sendall(Buffer.from(data.toString().toUpperCase()))
  } finally {
    await connection.close()
  }
}

for await (const [connection] of server) {
  serve(connection).catch((error: unknown) => console.log('a client left early:', error))
}
