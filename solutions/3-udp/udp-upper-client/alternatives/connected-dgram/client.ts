// A connected node:dgram socket and the events module's promises.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const terminal = createInterface({ input: process.stdin, output: process.stdout })
const line = await terminal.question('Input lowercase sentence: ')
terminal.close()

const client = createSocket('udp4')
client.connect(port, host)
await once(client, 'connect')
client.send(Buffer.from(line))
const [reply] = await once(client, 'message')
console.log(String(reply))
client.close()
