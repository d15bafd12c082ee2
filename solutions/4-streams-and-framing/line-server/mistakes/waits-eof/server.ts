// Mistake: it answers when the client has finished.
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function serve(connection: StreamSocket): Promise<void> {
  const chunks: Buffer[] = []
  while (true) {
    const data = await connection.recv(4096)
    if (data.length === 0) break
    chunks.push(data)
  }
  const lines = Buffer.concat(chunks).toString().split(/\r?\n/)
  for (const line of lines.slice(0, -1)) await connection.sendall(Buffer.from(`${line.toUpperCase()}\n`))
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
