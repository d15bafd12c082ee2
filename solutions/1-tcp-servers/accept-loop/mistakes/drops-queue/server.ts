// Mistake: of two waiting clients only the later one is served: the second accept() overwrites the first connection.
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
  let [connection] = await server.accept()
  server.settimeout(100)
  try {
    const another = await server.accept() // is there somebody else?
    connection = another[0]
  } catch {
    // no, this client is alone
  }
  server.settimeout(null)
  n += 1
  await handle(connection, n)
}
