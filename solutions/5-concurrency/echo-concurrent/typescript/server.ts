import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

/** Talks with one client until it has finished. The connection is its own: a parameter, not a shared variable. */
async function handle(connection: StreamSocket): Promise<void> {
  try {
    while (true) {
      const data = await connection.recv(65536)
      if (data.length === 0) break // the client has finished, and everything is sent back already
      await connection.sendall(data) // waits while the client is slow: only this task does
    }
  } finally {
    await connection.close()
  }
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(50)
console.log(`listening on port ${port}`)

while (true) {
  const [connection, [host]] = await server.accept()
  // Without `await`: back to accept() at once. And with catch(): nobody else would take the error of this task.
  handle(connection).catch((error: Error) => console.log(`${host} is gone: ${error.message}`))
}
