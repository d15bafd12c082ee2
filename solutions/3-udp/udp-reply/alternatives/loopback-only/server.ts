// Bound to 127.0.0.1: reachable from this computer only.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['127.0.0.1', port])

while (true) {
  const [data, clientAddress] = await server.recvfrom(65535)
  await server.sendto(Buffer.from(`got ${data.length} bytes`), clientAddress)
}
