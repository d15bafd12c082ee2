import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])

while (true) {
  const [data, address] = await server.recvfrom(2048)
  await server.sendto(Buffer.from(`hello ${data.toString()}`), address)
}
