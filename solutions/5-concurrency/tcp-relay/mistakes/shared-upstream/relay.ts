import { connect, createServer, type Socket } from 'node:net'

let upstream: Socket // whose is it, by now?

createServer({ allowHalfOpen: true }, (client) => {
  upstream = connect({ host: process.argv[3], port: Number(process.argv[4]), allowHalfOpen: true })
  upstream.on('error', () => client.destroy())
  client.on('error', () => {})
  upstream.pipe(client)
  client.on('data', (data) => {
    if (upstream.write(data)) return
    client.pause()
    upstream.once('drain', () => client.resume())
  })
  client.on('end', () => upstream.end())
}).listen(Number(process.argv[2]))
