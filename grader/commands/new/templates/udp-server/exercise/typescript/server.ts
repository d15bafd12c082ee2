import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])

while (true) {
  const [data, address] = await server.recvfrom(2048)
  // TODO: answer `hello <name>`, where <name> is what this datagram says.
  console.log('no answer yet for', address, data) // replace this line
}
