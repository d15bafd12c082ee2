// Mistake: reads stdin to the end of the input instead of one line.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const client = socket(AF_INET, SOCK_STREAM)
await client.connect([host, port])
let input = ''
for await (const chunk of process.stdin) input += chunk
await client.sendall(Buffer.from(input.trimEnd()))
const reply = await client.recv(1024)
console.log(reply.toString())
await client.close()
