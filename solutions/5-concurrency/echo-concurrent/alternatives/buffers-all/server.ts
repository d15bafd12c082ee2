import { createServer } from 'node:net'

// Without backpressure: what the client does not take is kept in memory. Wasteful, and right.
createServer((connection) => {
  connection.on('data', (data) => connection.write(data))
  connection.on('error', () => {})
}).listen(Number(process.argv[2] ?? 12000))
