// The socket is iterable: each turn of the loop is one recvfrom().
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The UDP server is ready to receive on port ${port}`)

for await (const [message, clientAddress] of server) {
  await server.sendto(Buffer.from(message.toString().toUpperCase()), clientAddress)
}
