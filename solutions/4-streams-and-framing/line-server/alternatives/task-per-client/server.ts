// A task for each client, lines from a generator, and only ASCII in upper case.
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function* linesOf(connection: StreamSocket): AsyncGenerator<Buffer> {
  const kept: Buffer[] = []
  for (let data = await connection.recv(1000); data.length > 0; data = await connection.recv(1000)) {
    let start = 0
    for (let at = data.indexOf(10); at !== -1; at = data.indexOf(10, start)) {
      yield Buffer.concat([...kept.splice(0), data.subarray(start, at + 1)])
      start = at + 1
    }
    if (start < data.length) kept.push(data.subarray(start))
  }
}

async function serve(connection: StreamSocket): Promise<void> {
  for await (const line of linesOf(connection))
    await connection.sendall(line.map((byte) => (byte >= 97 && byte <= 122 ? byte - 32 : byte)))
  await connection.close()
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen()
for await (const [connection] of server) serve(connection).catch(() => connection.close())
