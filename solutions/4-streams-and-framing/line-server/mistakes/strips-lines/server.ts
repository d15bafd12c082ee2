import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function serve(connection: StreamSocket): Promise<void> {
  let buffer = Buffer.alloc(0)
  while (true) {
    const data = await connection.recv(4096)
    if (data.length === 0) return
    buffer = Buffer.concat([buffer, data])
    for (let at = buffer.indexOf('\n'); at !== -1; at = buffer.indexOf('\n')) {
      // trim() takes more than the CR: blanks and tabs belong to the line.
      const line = buffer.subarray(0, at).toString().trim()
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
