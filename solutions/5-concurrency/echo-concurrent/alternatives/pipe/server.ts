import { createServer } from 'node:net'

const port = Number(process.argv[2] ?? 12000)

// Each connection is piped into itself; pipe() stops reading while the client does not.
createServer((connection) => {
  connection.on('error', (error) => console.log(error.message))
  connection.pipe(connection)
}).listen(port)
