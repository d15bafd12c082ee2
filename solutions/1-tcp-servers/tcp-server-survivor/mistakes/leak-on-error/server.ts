// Mistake: close() is skipped when an error is thrown.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(128)

while (true) {
  const [connection, address] = await server.accept()
  try {
    const data = await connection.recv(1024)
    if (data.length === 0) throw new Error('the client sent nothing')
    await connection.sendall(Buffer.from(data.toString().toUpperCase()))
    await connection.close()
  } catch (error) {
    console.log(address, error)
  }
}
