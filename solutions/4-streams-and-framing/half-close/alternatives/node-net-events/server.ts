// Node's own server, told to leave its side open when the client's ends: 'data' counts, 'end' answers.
import { createServer } from 'node:net'

const server = createServer({ allowHalfOpen: true }, (connection) => {
  let [size, lines] = [0, 0]
  connection.on('data', (piece: Buffer) => {
    size += piece.length
    lines += piece.filter((byte) => byte === 10).length
  })
  connection.on('end', () => connection.end(`bytes=${size} lines=${lines}\n`))
  connection.on('error', (error) => console.log(`a client left early: ${error.message}`))
})
server.listen({ port: Number(process.argv[2] ?? 12000), host: '::' })
