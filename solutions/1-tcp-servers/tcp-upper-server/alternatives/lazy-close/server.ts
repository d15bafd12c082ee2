// Answers every chunk and closes when the client has closed.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)

while (true) {
  const [connection] = await server.accept()
  let data = await connection.recv(1024)
  while (data.length > 0) {
    await connection.sendall(Buffer.from(data.toString().toUpperCase()))
    data = await connection.recv(1024)
  }
  await connection.close()
}
