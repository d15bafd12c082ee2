// Bug: takes an empty datagram for the end of the conversation, as with TCP.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The UDP server is ready to receive on port ${port}`)

while (true) {
  const [data, clientAddress] = await server.recvfrom(65535)
  if (data.length === 0) break
  const reply = `got ${data.length} bytes`
  await server.sendto(Buffer.from(reply), clientAddress)
}

await server.close()
