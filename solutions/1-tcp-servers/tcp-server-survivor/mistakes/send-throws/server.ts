// Mistake: errors of recv() are caught, those of sendall() are not.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(128)

while (true) {
  const [connection, address] = await server.accept()
  let data: Buffer
  try {
    data = await connection.recv(1024)
  } catch (error) {
    console.log(address, error)
    await connection.close()
    continue
  }
  await connection.sendall(Buffer.from(data.toString().toUpperCase()))
  await connection.close()
}
