// Bug: replies to the address it bound, so it receives its own replies, for ever.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const host = '127.0.0.1'
const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind([host, port])

while (true) {
  const [data] = await server.recvfrom(65535)
  await server.sendto(Buffer.from(`got ${data.length} bytes`), [host, port])
}
