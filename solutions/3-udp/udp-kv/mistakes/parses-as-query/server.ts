import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])

const values = new Map([['version', 'my store']])

while (true) {
  const [data, clientAddress] = await server.recvfrom(2048)
  const text = data.toString()
  if (!text.includes('=')) {
    await server.sendto(Buffer.from(`${text}=${values.get(text) ?? ''}`), clientAddress)
    continue
  }
  // Key=value pairs, as in a URL: where +, % and & have a meaning of their own.
  for (const [key, value] of new URLSearchParams(text)) {
    if (key !== 'version') values.set(key, value)
  }
}
