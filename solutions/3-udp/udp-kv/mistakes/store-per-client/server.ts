// Bug: a store for each client: what one stored no other one finds.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
console.log(`The key-value server is ready to receive on port ${port}`)

const stores = new Map<string, Map<string, string>>()

while (true) {
  const [data, clientAddress] = await server.recvfrom(2048)
  const client = clientAddress.join(':')
  const values = stores.get(client) ?? new Map([['version', 'Doorway key-value store 1.0']])
  stores.set(client, values)
  const text = data.toString()
  const at = text.indexOf('=')
  if (at === -1) {
    await server.sendto(Buffer.from(`${text}=${values.get(text) ?? ''}`), clientAddress)
  } else if (text.slice(0, at) !== 'version') {
    values.set(text.slice(0, at), text.slice(at + 1))
  }
}
