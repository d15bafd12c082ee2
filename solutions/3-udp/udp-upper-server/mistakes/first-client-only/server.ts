// Bug: learns the client's address once, before the loop, as if recvfrom() were accept().
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The UDP server is ready to receive on port ${port}`)

let [message, clientAddress] = await server.recvfrom(2048)
while (true) {
  await server.sendto(Buffer.from(message.toString().toUpperCase()), clientAddress)
  ;[message] = await server.recvfrom(2048)
}
