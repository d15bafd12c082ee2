// Bug: replies to a fixed address; no client lives there.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The UDP server is ready to receive on port ${port}`)

while (true) {
  const [message] = await server.recvfrom(2048)
  await server.sendto(Buffer.from(message.toString().toUpperCase()), ['127.0.0.1', 12001])
}
