// Logs a lot, on stdout and on stderr: what a server prints is its own business.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`>>> http://not-a-web-server:${port}/ <<<`)

while (true) {
  const [message, [host, clientPort]] = await server.recvfrom(2048)
  console.log(`${host}:${clientPort} > ${message.toString('hex')}`)
  const reply = Buffer.from(message.toString().toUpperCase())
  console.error(`${host}:${clientPort} < ${reply.toString()}`)
  await server.sendto(reply, [host, clientPort])
}
