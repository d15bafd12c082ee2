// It keeps every piece and counts once, at the end of the stream.
import { socket, AF_INET, SOCK_STREAM, SHUT_WR } from '#socket'

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['127.0.0.1', Number(process.argv[2] ?? 12000)])
await server.listen()

for await (const [connection] of server) {
  const pieces: Buffer[] = []
  let piece = await connection.recv(1000)
  while (piece.length > 0) {
    pieces.push(piece)
    piece = await connection.recv(100_000)
  }
  const data = Buffer.concat(pieces)
  await connection.send(Buffer.from(`bytes=${data.length} `))
  await connection.send(Buffer.from(`lines=${data.toString('latin1').split('\n').length - 1}\n`))
  await connection.shutdown(SHUT_WR)
  await connection.close()
}
