import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The UDP server is ready to receive on port ${port}`)

while (true) {
  const [message, clientAddress] = await server.recvfrom(2048)
  // The address belongs to this datagram: the next one may come from somebody else.
  await server.sendto(Buffer.from(message.toString().toUpperCase()), clientAddress)
}
