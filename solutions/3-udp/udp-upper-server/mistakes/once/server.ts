// Bug: no loop, one datagram and out.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The UDP server is ready to receive on port ${port}`)

const [message, clientAddress] = await server.recvfrom(2048)
await server.sendto(Buffer.from(message.toString().toUpperCase()), clientAddress)
await server.close()
