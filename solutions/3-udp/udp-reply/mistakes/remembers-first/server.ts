// Bug: keeps the first client's address and answers it ever after.
import { socket, AF_INET, SOCK_DGRAM, type Address } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The UDP server is ready to receive on port ${port}`)

let clientAddress: Address | undefined
while (true) {
  const [data, address] = await server.recvfrom(65535)
  clientAddress ??= address
  const reply = `got ${data.length} bytes`
  await server.sendto(Buffer.from(reply), clientAddress)
}
