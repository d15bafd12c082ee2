// node:dgram and callbacks, no promise anywhere.
import { createSocket } from 'node:dgram'
import { createInterface } from 'node:readline'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const client = createSocket('udp4')
const lines = createInterface({ input: process.stdin })

lines.once('line', (line) => {
  lines.close()
  client.send(line, port, host)
})

client.once('message', (reply) => {
  console.log(reply.toString())
  client.close()
})
