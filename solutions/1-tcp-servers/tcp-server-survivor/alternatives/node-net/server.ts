// Node's own server: errors are events, and an 'error' that somebody listens to ends nothing.
import { createServer } from 'node:net'

const port = Number(process.argv[2] ?? 12000)

const server = createServer((connection) => {
  connection.once('data', (data) => connection.end(data.toString().toUpperCase()))
  connection.on('error', (error) => console.log(`a client left early: ${error.message}`))
})
server.listen(port)
