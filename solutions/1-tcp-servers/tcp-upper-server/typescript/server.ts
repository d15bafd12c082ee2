import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)
console.log(`listening on port ${port}`)

while (true) {
  const [connection, [host]] = await server.accept() // a new socket for this one client
  try {
    const data = await connection.recv(1024) // empty if the client left without a word
    await connection.sendall(Buffer.from(data.toString().toUpperCase()))
  } catch (error) {
    // That client's problem: the next one is served.
    console.log(`${host} left early: ${(error as Error).message}`)
  } finally {
    await connection.close()
  }
}
