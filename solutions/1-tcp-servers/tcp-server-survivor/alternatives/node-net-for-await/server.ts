// Node's own server, each connection read as an async iterable of chunks, which destroys the connection at its end.
import { createServer, type Socket } from 'node:net'

const port = Number(process.argv[2] ?? 12000)

async function serve(connection: Socket): Promise<void> {
  for await (const chunk of connection as AsyncIterable<Buffer>) {
    connection.end(chunk.toString().toUpperCase())
  }
}

const server = createServer((connection) => {
  serve(connection).catch((error: unknown) => console.log('a client left early:', error))
})
server.listen(port, '0.0.0.0')
