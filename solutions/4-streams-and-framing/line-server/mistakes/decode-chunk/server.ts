// Mistake: it decodes every chunk, also one that ends inside a letter.
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function serve(connection: StreamSocket): Promise<void> {
  let text = ''
  while (true) {
    const data = await connection.recv(4096)
    if (data.length === 0) return
    text += data.toString()
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines)
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
