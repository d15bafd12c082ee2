import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function serve(connection: StreamSocket): Promise<void> {
  let buffer = Buffer.alloc(0)
  while (true) {
    const data = await connection.recv(4096)
    if (data.length === 0) return
    // Of every kind of line end makes the same one: in a piece of a stream, whose CR may be the last byte.
    const text = data.toString('latin1').replace(/\r\n?/g, '\n')
    buffer = Buffer.concat([buffer, Buffer.from(text, 'latin1')])
    for (let at = buffer.indexOf('\n'); at !== -1; at = buffer.indexOf('\n')) {
      const line = buffer.subarray(0, at).toString()
      buffer = buffer.subarray(at + 1)
      await connection.sendall(Buffer.from(`${line.toUpperCase()}\n`))
    }
  }
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen()
while (true) {
  const [connection] = await server.accept()
  await serve(connection)
  await connection.close()
}
