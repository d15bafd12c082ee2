import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])

const values = new Map<string, string | number>([['version', 'my store']])

while (true) {
  const [data, clientAddress] = await server.recvfrom(2048)
  const text = data.toString()
  const at = text.indexOf('=')
  if (at === -1) {
    await server.sendto(Buffer.from(`${text}=${values.get(text) ?? ''}`), clientAddress)
    continue
  }
  const [key, value] = [text.slice(0, at), text.slice(at + 1)]
  const isNumber = value.trim() !== '' && !Number.isNaN(Number(value))
  if (key !== 'version') values.set(key, isNumber ? Number(value) : value) // 007 is 7, 1e3 is 1000
}
