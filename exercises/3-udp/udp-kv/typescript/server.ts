import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The key-value server is ready to receive on port ${port}`)

// TODO 1. Something that keeps values under keys for as long as the server runs.

while (true) {
  const [data, clientAddress] = await server.recvfrom(2048)
  // TODO 2. A datagram with a = in it is an insert: the key stands before the first =, the value behind it. No reply.
  // TODO 3. A datagram without = is a question: reply key=value to whoever asked.
  // TODO 4. The key `version` tells the version of your server, and no insert changes it.
  console.log('nothing stored and no reply yet for', clientAddress, data.toString()) // replace this line
}
