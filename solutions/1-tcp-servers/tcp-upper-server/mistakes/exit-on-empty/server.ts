// Mistake: a client that leaves without sending anything ends the server.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)

while (true) {
  const [connection] = await server.accept()
  const data = await connection.recv(1024)
  if (data.length === 0) throw new Error('the client sent nothing')
  await connection.sendall(Buffer.from(data.toString().toUpperCase()))
  await connection.close()
}
