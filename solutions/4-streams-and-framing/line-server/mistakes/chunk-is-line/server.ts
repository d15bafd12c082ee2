// Mistake: it takes what one recv() returns for a line.
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function serve(connection: StreamSocket): Promise<void> {
  while (true) {
    const data = await connection.recv(4096)
    if (data.length === 0) return
    const line = data.toString().replace(/\r?\n$/, '')
    await connection.sendall(Buffer.from(`${line.toUpperCase()}\n`))
  }
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen()
while (true) {
  const [connection] = await server.accept()
  try {
    await serve(connection)
  } catch (error) {
    console.log('this client left early:', error)
  } finally {
    await connection.close()
  }
}
