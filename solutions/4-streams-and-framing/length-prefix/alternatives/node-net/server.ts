// Node's own server: data comes by itself, in whatever pieces, and is collected for each connection.
import { createServer } from 'node:net'

const limit = 1024 * 1024

const server = createServer((connection) => {
  let collected = Buffer.alloc(0)
  connection.on('data', (chunk: Buffer) => {
    collected = Buffer.concat([collected, chunk])
    while (collected.length >= 4) {
      const end = 4 + collected.readUInt32BE(0)
      if (end > 4 + limit) {
        connection.destroy()
        return
      }
      if (collected.length < end) return
      const reply = Buffer.from(collected.toString('utf8', 4, end).toUpperCase())
      const header = Buffer.alloc(4)
      header.writeUInt32BE(reply.length)
      connection.write(header)
      connection.write(reply)
      collected = collected.subarray(end)
    }
  })
  connection.on('error', (error) => console.log(`a client left early: ${error.message}`))
})
server.listen({ port: Number(process.argv[2] ?? 12000), host: '::' })
