// Nothing to upper-case, nothing to say: an empty datagram gets no reply.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The UDP server is ready to receive on port ${port}`)

for await (const [message, clientAddress] of server) {
  if (message.length === 0) continue
  await server.sendto(Buffer.from(message.toString().toUpperCase()), clientAddress)
}
