// Mistake: no error is caught anywhere.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(128)

while (true) {
  const [connection] = await server.accept()
  const data = await connection.recv(1024)
  await connection.sendall(Buffer.from(data.toString().toUpperCase()))
  await connection.close()
}
