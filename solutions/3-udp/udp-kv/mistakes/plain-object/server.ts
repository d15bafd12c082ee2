// Bug: a plain object for the values: it has inherited properties, and `__proto__` is not one of its own.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The key-value server is ready to receive on port ${port}`)

const values: Record<string, string> = { version: 'Doorway key-value store 1.0' }

while (true) {
  const [data, clientAddress] = await server.recvfrom(2048)
  const text = data.toString()
  const at = text.indexOf('=')
  if (at === -1) {
    await server.sendto(Buffer.from(`${text}=${values[text] ?? ''}`), clientAddress)
  } else if (text.slice(0, at) !== 'version') {
    values[text.slice(0, at)] = text.slice(at + 1)
  }
}
