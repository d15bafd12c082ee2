// Nobody waits for a datagram to be dealt with, and each takes its own time: a question may overtake an insert.
import { setTimeout as sleep } from 'node:timers/promises'
import { socket, AF_INET, SOCK_DGRAM, type Address } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const server = socket(AF_INET, SOCK_DGRAM)
server.bind(['', port])
const values = new Map<string, string>()

async function handle(text: string, clientAddress: Address): Promise<void> {
  await sleep(Math.random() * 20)
  const at = text.indexOf('=')
  if (at !== -1) {
    values.set(text.slice(0, at), text.slice(at + 1))
    return
  }
  const value = text === 'version' ? 'tasks' : (values.get(text) ?? '')
  await server.sendto(Buffer.from(`${text}=${value}`), clientAddress)
}

while (true) {
  const [data, clientAddress] = await server.recvfrom(2048)
  void handle(data.toString(), clientAddress)
}
