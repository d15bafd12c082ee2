import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The UDP server is ready to receive on port ${port}`)

while (true) {
  const [data, clientAddress] = await server.recvfrom(65535)
  // TODO: send `got <b> bytes` back to the client, where <b> is the size of this datagram.
  console.log('no reply yet for', clientAddress, data) // replace this line
}
