// Bug: confirms every insert, and nobody wants to know.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The key-value server is ready to receive on port ${port}`)

// A Map and not an object: an object has keys of its own, such as `constructor`.
const values = new Map([['version', 'Doorway key-value store 1.0']])

while (true) {
  const [data, clientAddress] = await server.recvfrom(2048)
  const text = data.toString()
  const at = text.indexOf('=')
  if (at === -1) {
    await server.sendto(Buffer.from(`${text}=${values.get(text) ?? ''}`), clientAddress)
  } else if (text.slice(0, at) !== 'version') {
    values.set(text.slice(0, at), text.slice(at + 1))
    await server.sendto(Buffer.from('OK'), clientAddress)
  }
}
