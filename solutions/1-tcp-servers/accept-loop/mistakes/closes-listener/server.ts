// Mistake: the listening socket is closed as soon as the first client is there.
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(100)
console.log(`listening on port ${port}`)

/** Greets client number n and closes its connection. */
async function handle(connection: StreamSocket, n: number): Promise<void> {
  try {
    await connection.sendall(Buffer.from(`welcome ${n}\n`))
  } catch (error) {
    console.log(`client ${n} got no greeting: ${(error as Error).message}`) // it may have left already
  } finally {
    await connection.close()
  }
}

let n = 0
while (true) {
  const [connection] = await server.accept()
  await server.close() // nobody else should come in while we are busy
  n += 1
  await handle(connection, n)
}
