// Nobody waits for an answer to be sent, and each takes its own time: the replies leave in any order.
import { setTimeout as sleep } from 'node:timers/promises'
import { socket, AF_INET, SOCK_DGRAM, type Address } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])

async function answer(message: Buffer, clientAddress: Address): Promise<void> {
  await sleep(Math.random() * 20)
  await server.sendto(Buffer.from(message.toString().toUpperCase()), clientAddress)
}

while (true) {
  const [message, clientAddress] = await server.recvfrom(2048)
  void answer(message, clientAddress)
}
