// Mistake: accept() is called once, before the loop, so only client 1 ever gets a connection.
import { socket, AF_INET, SOCK_STREAM } from '#socket'
import { setTimeout as sleep } from 'node:timers/promises'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(5)

const [connection] = await server.accept()
while (true) {
  try {
    const data = await connection.recv(1024)
    await connection.sendall(Buffer.from(data.toString().toUpperCase()))
    await connection.close()
  } catch (error) {
    console.log('no client yet:', error)
    await sleep(1000)
  }
}
