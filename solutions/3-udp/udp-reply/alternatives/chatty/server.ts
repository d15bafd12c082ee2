// Logs a lot, on stdout and on stderr: what a server prints is its own business.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`>>> http://not-a-web-server:${port}/ <<<`)

while (true) {
  const [data, [host, clientPort]] = await server.recvfrom(65535)
  console.log(`${host}:${clientPort} > ${data.toString('hex')}`)
  const reply = Buffer.from(`got ${data.length} bytes`)
  console.error(`${host}:${clientPort} < ${reply.toString()}`)
  await server.sendto(reply, [host, clientPort])
}
