// Mistake: handle() is given the listening socket instead of the connection that accept() returned.
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
  await server.accept()
  n += 1
  await handle(server, n)
}
