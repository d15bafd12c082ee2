// Mistake: accept() is called once, before the loop, so only client 1 ever gets a connection.
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'
import { setTimeout as sleep } from 'node:timers/promises'

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

const [connection] = await server.accept()
let n = 0
while (true) {
  n += 1
  await handle(connection, n)
  await sleep(1000) // the messages came too fast to read
}
