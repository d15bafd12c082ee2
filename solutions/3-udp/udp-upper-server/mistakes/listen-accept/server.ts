// Bug: listen() and accept() on a UDP socket.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
await server.listen(1)

while (true) {
  const [connection, clientAddress] = await server.accept()
  const message = await connection.recv(2048)
  await connection.sendto(Buffer.from(message.toString().toUpperCase()), clientAddress)
}
