// readline/promises asks the question, as most Node tutorials do.
import { createInterface } from 'node:readline/promises'
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const terminal = createInterface({ input: process.stdin, output: process.stdout })
const line = await terminal.question('Input lowercase sentence: ')
terminal.close()

const client = socket(AF_INET, SOCK_STREAM)
await client.connect([host, port])
await client.sendall(Buffer.from(line))
const reply = await client.recv(1024)
console.log(`From server: ${reply.toString()}`)
await client.close()
