import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])

const values = new Map([['version', 'my store']])

while (true) {
  const [data, clientAddress] = await server.recvfrom(2048)
  const text = data.toString()
  const insert = /^([^=]*)=(.*)/.exec(text) // the dot is any character, but for a newline
  if (insert === null) {
    await server.sendto(Buffer.from(`${text}=${values.get(text) ?? ''}`), clientAddress)
  } else if (insert[1] !== 'version') {
    values.set(insert[1]!, insert[2]!)
  }
}
