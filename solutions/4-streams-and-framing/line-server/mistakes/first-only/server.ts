// Mistake: it answers the first line of what has come, and throws the rest away.
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function serve(connection: StreamSocket): Promise<void> {
  let buffer = Buffer.alloc(0)
  while (true) {
    const data = await connection.recv(4096)
    if (data.length === 0) return
    buffer = Buffer.concat([buffer, data])
    const at = buffer.indexOf('\n')
    if (at === -1) continue
    const line = buffer.toString('utf8', 0, at)
    buffer = Buffer.alloc(0)
    await connection.sendall(Buffer.from(`${line.replace(/\r$/, '').toUpperCase()}\n`))
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
