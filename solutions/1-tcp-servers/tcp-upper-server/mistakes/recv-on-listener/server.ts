// Mistake: recv() and send() are called on the listening socket.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)

while (true) {
  const [connection] = await server.accept()
  const data = await server.recv(1024)
  await server.sendall(Buffer.from(data.toString().toUpperCase()))
  await connection.close()
}
