import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen()

while (true) {
  const [connection, address] = await server.accept()
  // TODO: send `hello` to the client, then close the connection.
  console.log('no greeting yet for', address, connection) // replace this line
}
