// node:dgram again, with its events read in a loop.
import { createSocket, type RemoteInfo } from 'node:dgram'
import { on } from 'node:events'

const port = Number(process.argv[2] ?? 12000)

const server = createSocket('udp4')
server.bind(port, '127.0.0.1')

for await (const event of on(server, 'message')) {
  const [data, rinfo] = event as [Buffer, RemoteInfo]
  server.send(`got ${data.length} bytes`, rinfo.port, rinfo.address)
}
