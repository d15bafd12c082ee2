// The connection is piped into a counter, which answers when everything has gone through it.
import { createServer } from 'node:net'
import { Writable } from 'node:stream'

createServer({ allowHalfOpen: true }, (connection) => {
  let [size, lines] = [0, 0]
  const counter = new Writable({
    write(piece: Buffer, _encoding, done) {
      size += piece.length
      for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines++
      done()
    },
  })
  connection.on('error', (error) => console.log(`a client left early: ${error.message}`))
  counter.on('finish', () => connection.end(`bytes=${size} lines=${lines}\n`))
  connection.pipe(counter)
}).listen(Number(process.argv[2] ?? 12000))
