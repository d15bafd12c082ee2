// Mistake: without allowHalfOpen Node ends its own side as soon as the client has ended its side.
import { once } from 'node:events'
import { createServer } from 'node:net'

const server = createServer(async (connection) => {
  let [size, lines] = [0, 0]
  connection.on('data', (piece: Buffer) => {
    size += piece.length
    for (const byte of piece) if (byte === 10) lines++
  })
  connection.on('error', (error) => console.log(`a client left early: ${error.message}`))
  await once(connection, 'end')
  connection.end(`bytes=${size} lines=${lines}\n`)
})
server.listen(Number(process.argv[2] ?? 12000))
