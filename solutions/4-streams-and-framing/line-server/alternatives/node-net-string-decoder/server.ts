// Node's own server. The decoder keeps the bytes of a letter that is not complete; replies go out once for each chunk.
import { createServer } from 'node:net'
import { StringDecoder } from 'node:string_decoder'

const port = Number(process.argv[2] ?? 12000)

createServer((connection) => {
  const decoder = new StringDecoder('utf8')
  let text = ''
  connection.on('data', (data) => {
    const lines = (text + decoder.write(data)).split('\n')
    text = lines.pop() ?? ''
    connection.write(lines.map((line) => `${line.replace(/\r$/, '').toUpperCase()}\n`).join(''))
  })
  connection.on('error', () => connection.destroy())
}).listen(port)
