// Answers every chunk; with allowHalfOpen the program itself ends its side after the client's.
import { createServer } from 'node:net'

const port = Number(process.argv[2] ?? 12000)

const server = createServer({ allowHalfOpen: true }, (connection) => {
  connection.on('data', (data) => connection.write(data.toString().toUpperCase()))
  connection.on('end', () => connection.end())
  connection.on('error', (error) => console.log(`a client left early: ${error.message}`))
})
server.listen(port, '127.0.0.1')
