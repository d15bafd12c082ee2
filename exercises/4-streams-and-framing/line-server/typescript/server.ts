import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

async function serve(connection: StreamSocket): Promise<void> {
  // TODO 1. recv() until it returns nothing: the client has finished. What it returns is whatever has arrived: half
  //         a line, three lines, or the end of one and the beginning of the next. So collect the bytes in a buffer.
  // TODO 2. While there is an LF (the byte 10) in the buffer: take the line before it, and keep the rest.
  // TODO 3. A line may end with CRLF: leave out the CR (the byte 13).
  // TODO 4. Answer the line in upper case, with an LF behind it.
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen()
while (true) {
  const [connection] = await server.accept()
  try {
    await serve(connection)
  } catch (error) {
    console.log('this client left early:', error)
  } finally {
    await connection.close()
  }
}
