import { createServer, type Socket } from 'node:net'

async function echo(connection: Socket): Promise<void> {
  try {
    for await (const data of connection) {
      if (!connection.write(data as Buffer)) await new Promise((resolve) => connection.once('drain', resolve))
    }
    connection.end()
  } catch {
    connection.destroy()
  }
}

const server = createServer({ allowHalfOpen: true })
server.on('connection', (connection) => void echo(connection))
server.listen(Number(process.argv[2] ?? 12000))
