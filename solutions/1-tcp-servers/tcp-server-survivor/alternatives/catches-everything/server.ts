// One net for the whole process instead of one per connection.
import { createServer } from 'node:net'

const port = Number(process.argv[2] ?? 12000)

process.on('uncaughtException', (error) => console.error('went wrong, goes on:', error.message))

createServer((connection) => {
  connection.once('data', (data) => connection.end(data.toString().toUpperCase()))
}).listen(port, '127.0.0.1')
