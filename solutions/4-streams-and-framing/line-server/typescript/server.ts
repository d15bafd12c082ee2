import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function serve(connection: StreamSocket): Promise<void> {
  let buffer = Buffer.alloc(0) // of this connection: what has arrived and is not yet a line
  while (true) {
    const data = await connection.recv(4096)
    if (data.length === 0) return // the client has finished
    buffer = Buffer.concat([buffer, data])
    for (let at = buffer.indexOf('\n'); at !== -1; at = buffer.indexOf('\n')) {
      const line = buffer.subarray(0, at).toString() // a whole line has only whole letters
      buffer = buffer.subarray(at + 1)
      await connection.sendall(Buffer.from(`${line.replace(/\r$/, '').toUpperCase()}\n`))
    }
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
