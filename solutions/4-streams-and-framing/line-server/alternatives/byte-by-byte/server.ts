// One byte at a time, and one client after the other: slow, and right.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['127.0.0.1', port])
await server.listen(1)
for await (const [connection] of server) {
  let line: number[] = []
  for (let data = await connection.recv(1); data.length > 0; data = await connection.recv(1)) {
    const [byte = 0] = data
    if (byte !== 10) {
      line.push(byte)
      continue
    }
    if (line.at(-1) === 13) line.pop()
    await connection.sendall(Buffer.from(Buffer.from(line).toString().toUpperCase()))
    await connection.sendall(Buffer.from('\n'))
    line = []
  }
  await connection.close()
}
