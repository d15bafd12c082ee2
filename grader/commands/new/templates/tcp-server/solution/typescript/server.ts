import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen()

while (true) {
  const [connection] = await server.accept()
  await connection.sendall(Buffer.from('hello'))
  await connection.close()
}
