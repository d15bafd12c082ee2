// Bug: a new socket for every reply, so the reply comes from another port than the one the client wrote to.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The UDP server is ready to receive on port ${port}`)

while (true) {
  const [data, clientAddress] = await server.recvfrom(65535)
  const replySocket = socket(AF_INET, SOCK_DGRAM)
  await replySocket.sendto(Buffer.from(`got ${data.length} bytes`), clientAddress)
  await replySocket.close()
}
