// Answers until the client has closed, one client after another.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(1)

while (true) {
  const [connection, address] = await server.accept()
  try {
    let data = await connection.recv(1024)
    while (data.length > 0) {
      await connection.sendall(Buffer.from(data.toString().toUpperCase()))
      data = await connection.recv(1024)
    }
  } catch (error) {
    console.log(address, error)
  }
  await connection.close()
}
