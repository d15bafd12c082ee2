// Node's readline takes the lines apart; a last line without an LF is answered, too.
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'

const port = Number(process.argv[2] ?? 12000)

createServer({ allowHalfOpen: true }, (connection) => {
  const lines = createInterface({ input: connection, crlfDelay: Infinity })
  lines.on('line', (line) => connection.write(`${line.toUpperCase()}\r\n`))
  lines.on('close', () => connection.end())
  connection.on('error', () => connection.destroy())
}).listen(port, '127.0.0.1')
