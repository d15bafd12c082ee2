// Bound to 127.0.0.1: reachable from this computer only.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['127.0.0.1', port])

while (true) {
  const [message, clientAddress] = await server.recvfrom(2048)
  await server.sendto(Buffer.from(message.toString().toUpperCase()), clientAddress)
}
