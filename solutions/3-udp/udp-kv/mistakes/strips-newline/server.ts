import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])

const values = new Map([['version', 'my store']])

while (true) {
  const [data, clientAddress] = await server.recvfrom(2048)
  const text = data.toString().replace(/\n$/, '') // nc sends one
  const at = text.indexOf('=')
  if (at === -1) {
    await server.sendto(Buffer.from(`${text}=${values.get(text) ?? ''}`), clientAddress)
  } else if (text.slice(0, at) !== 'version') {
    values.set(text.slice(0, at), text.slice(at + 1))
  }
}
