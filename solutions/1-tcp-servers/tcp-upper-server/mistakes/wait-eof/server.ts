// Mistake: it reads until the client has finished before it answers, and the client waits for the answer.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)

while (true) {
  const [connection] = await server.accept()
  let data = ''
  while (true) {
    const chunk = await connection.recv(1024)
    if (chunk.length === 0) break
    data += chunk.toString()
  }
  await connection.sendall(Buffer.from(data.toUpperCase()))
  await connection.close()
}
