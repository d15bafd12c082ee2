import { connect, createServer, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'

async function relay(client: Socket): Promise<void> {
  const upstream = connect({
    port: Number(process.argv[4]),
    host: process.argv[3] ?? '127.0.0.1',
    allowHalfOpen: true,
  })
  try {
    await Promise.all([pipeline(client, upstream), pipeline(upstream, client)])
  } catch (error) {
    console.log(String(error))
    client.destroy()
    upstream.destroy()
  }
}

const server = createServer({ allowHalfOpen: true })
server.on('connection', (client) => void relay(client))
server.listen(Number(process.argv[2]), '127.0.0.1')
