import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])

let first: [string, number] | undefined
while (true) {
  const [data, address] = await server.recvfrom(2048)
  first ??= [address[0], address[1]]
  await server.sendto(Buffer.from(`hello ${data.toString()}`), first)
}
