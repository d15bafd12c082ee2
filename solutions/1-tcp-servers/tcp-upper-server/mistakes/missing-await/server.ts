// Mistake: the await before recv() is missing: data is a promise, not bytes.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)

while (true) {
  const [connection] = await server.accept()
  const data = connection.recv(1024)
  await connection.sendall(Buffer.from(data.toString().toUpperCase()))
  await connection.close()
}
