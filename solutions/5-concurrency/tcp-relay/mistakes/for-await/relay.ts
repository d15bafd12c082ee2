import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

// for await destroys the socket when its stream has ended, and with it the direction that is still open.
async function copy(from: Socket, to: Socket): Promise<void> {
  for await (const data of from) {
    if (!to.write(data as Uint8Array)) await once(to, 'drain')
  }
  to.end()
}

createServer({ allowHalfOpen: true }, (client) => {
  const upstream = connect({ host: process.argv[3], port: Number(process.argv[4]), allowHalfOpen: true })
  client.on('error', () => upstream.destroy())
  upstream.on('error', () => client.destroy())
  copy(client, upstream).catch(() => {})
  copy(upstream, client).catch(() => {})
}).listen(Number(process.argv[2]))
