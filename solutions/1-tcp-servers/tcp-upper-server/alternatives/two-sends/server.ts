// The answer leaves in two halves, a moment apart.
import { socket, AF_INET, SOCK_STREAM } from '#socket'
import { setTimeout as sleep } from 'node:timers/promises'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)

while (true) {
  const [connection] = await server.accept()
  const data = await connection.recv(1024)
  const reply = Buffer.from(data.toString().toUpperCase())
  const middle = Math.floor(reply.length / 2)
  await connection.sendall(reply.subarray(0, middle))
  await sleep(20)
  await connection.sendall(reply.subarray(middle))
  await connection.close()
}
