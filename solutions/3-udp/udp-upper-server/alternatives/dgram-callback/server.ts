// Plain node:dgram: no recvfrom(), an event for every datagram; rinfo is its sender's address.
import { createSocket } from 'node:dgram'

const port = Number(process.argv[2] ?? 12000)

const server = createSocket('udp4')

server.on('message', (message, rinfo) => {
  server.send(Buffer.from(message.toString().toUpperCase()), rinfo.port, rinfo.address)
})

server.bind(port)
