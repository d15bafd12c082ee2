// Mistake: it knows nothing of lines, and answers whatever has come.
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function serve(connection: StreamSocket): Promise<void> {
  while (true) {
    const data = await connection.recv(4096)
    if (data.length === 0) return
    await connection.sendall(Buffer.from(data.toString('latin1').toUpperCase(), 'latin1'))
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
