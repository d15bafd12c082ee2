// Bug: the client's host, but the server's own port.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The UDP server is ready to receive on port ${port}`)

while (true) {
  const [data, clientAddress] = await server.recvfrom(65535)
  const [host] = clientAddress
  const reply = `got ${data.length} bytes`
  await server.sendto(Buffer.from(reply), [host, port])
}
