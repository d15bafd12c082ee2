// Mistake: it always listens on port 12000, whatever the argument says.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', 12000])
await server.listen(5)
console.log(`listening on port ${port}`)

while (true) {
  const [connection] = await server.accept()
  const data = await connection.recv(1024)
  await connection.sendall(Buffer.from(data.toString().toUpperCase()))
  await connection.close()
}
