// Mistake: it counts the lines of every piece, and half a line is a line then.
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

/** Counts what the client sends until it has finished, and then tells it. */
async function serve(connection: StreamSocket): Promise<void> {
  let [size, lines] = [0, 0]
  while (true) {
    const data = await connection.recv(65536)
    if (data.length === 0) break // end of file: of this direction, not of the other one
    size += data.length
    lines += data.toString().trimEnd().split('\n').length
  }
  await connection.sendall(Buffer.from(`bytes=${size} lines=${lines}\n`))
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)
console.log(`listening on port ${port}`)

while (true) {
  const [connection, [host]] = await server.accept()
  try {
    await serve(connection)
  } catch (error) {
    console.log(`${host} left early: ${(error as Error).message}`)
  } finally {
    await connection.close()
  }
}
