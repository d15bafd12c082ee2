// node:net and callbacks, no promise anywhere.
import { createConnection } from 'node:net'
import { createInterface } from 'node:readline'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const lines = createInterface({ input: process.stdin })
const client = createConnection({ host, port })

lines.once('line', (line) => {
  lines.close()
  client.write(line)
})

client.on('data', (reply) => {
  console.log(reply.toString())
  client.end()
})
