import { createServer } from 'node:net'

const port = Number(process.argv[2] ?? 12000)

// Backpressure by hand, and an end of its own, since the client may only have half-closed.
const server = createServer({ allowHalfOpen: true }, (connection) => {
  connection.on('data', (data) => {
    if (!connection.write(data)) connection.pause()
  })
  connection.on('drain', () => connection.resume())
  connection.on('end', () => connection.end())
  connection.on('error', () => connection.destroy())
})
server.listen(port, '127.0.0.1')
