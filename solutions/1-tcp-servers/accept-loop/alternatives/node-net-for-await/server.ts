// Node's 'connection' event turned into an async iterator: a loop again.
import { on, once } from 'node:events'
import { createServer, type Socket } from 'node:net'

const port = Number(process.argv[2] ?? 12000)

const server = createServer()
const connections = on(server, 'connection') as AsyncIterable<[Socket]>
server.listen(port, '127.0.0.1')
await once(server, 'listening')

let n = 0
for await (const [connection] of connections) {
  n += 1
  connection.on('error', (error) => console.log(`client ${n} got no greeting: ${error.message}`))
  connection.end(`welcome ${n}\n`)
}
