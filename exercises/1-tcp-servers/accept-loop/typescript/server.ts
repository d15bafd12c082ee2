import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(100)
console.log(`listening on port ${port}`)

/** Given. Greets client number n and closes its connection; n is 1 for the first client. */
async function handle(connection: StreamSocket, n: number): Promise<void> {
  try {
    await connection.sendall(Buffer.from(`welcome ${n}\n`))
  } catch (error) {
    console.log(`client ${n} got no greeting: ${(error as Error).message}`) // it may have left already
  } finally {
    await connection.close()
  }
}

// TODO: the accept loop, in place of the two lines below. Wait for a client, hand its connection
//       and its number to handle(), wait for the next one, and never stop.
console.log('TODO: nobody calls accept() yet')
await server.close()
