// Node's own server: it accepts by itself and calls back for every connection.
import { createServer } from 'node:net'

const port = Number(process.argv[2] ?? 12000)

let n = 0
createServer((connection) => {
  connection.on('error', (error) => console.log(`a client got no greeting: ${error.message}`))
  connection.end(`welcome ${++n}\n`)
}).listen(port)
