// Mistake: reads stdin to the end of the input instead of one line.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

let input = ''
for await (const chunk of process.stdin) input += chunk

const client = socket(AF_INET, SOCK_DGRAM)
await client.sendto(Buffer.from(input.trimEnd()), [host, port])
const [reply] = await client.recvfrom(2048)
console.log(reply.toString())
await client.close()
