import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function serve(connection: StreamSocket): Promise<void> {
  let rest = Buffer.alloc(0)
  const answer = async (line: Buffer) => {
    const text = line.toString().replace(/\r$/, '')
    await connection.sendall(Buffer.from(`${text.toUpperCase()}\n`))
  }
  while (true) {
    const data = await connection.recv(4096)
    if (data.length === 0) return answer(rest) // a line without its LF: but is anything left?
    rest = Buffer.concat([rest, data])
    for (let at = rest.indexOf('\n'); at !== -1; at = rest.indexOf('\n')) {
      await answer(rest.subarray(0, at))
      rest = rest.subarray(at + 1)
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
