// The server as plumbing: the connection, an upper-casing transform, and the connection again.
import { createServer } from 'node:net'
import { Transform, pipeline } from 'node:stream'

const port = Number(process.argv[2] ?? 12000)

const server = createServer({ allowHalfOpen: true }, (connection) => {
  const upper = new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, chunk.toString().toUpperCase()),
  })
  pipeline(connection, upper, connection, (error) => {
    if (error) console.log(`a client left early: ${error.message}`)
  })
})
server.listen({ port, host: '::' })
