// The server of the lesson, line for line; only the port comes from the command line.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'
const port = Number(process.argv[2] ?? 12000)
const serverSocket = socket(AF_INET, SOCK_DGRAM)
serverSocket.bind(['', port])
console.log('The UDP server is ready to receive')
while (true) {
  const [message, clientAddress] = await serverSocket.recvfrom(2048)
  const modifiedMessage = message.toString().toUpperCase()
  await serverSocket.sendto(Buffer.from(modifiedMessage), clientAddress)
}
