// The lesson's TCP server, line for line, in TypeScript.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.bind(['', port])
await serverSocket.listen(1)
console.log('The TCP server is ready to receive')
while (true) {
  const [connectionSocket] = await serverSocket.accept() // New socket created
  const message = (await connectionSocket.recv(1024)).toString()
  await connectionSocket.send(Buffer.from(message.toUpperCase()))
  await connectionSocket.close()
}
