import { connect, createServer, type Socket } from 'node:net'

// Backpressure by hand: a full side stops the other one.
function forward(from: Socket, to: Socket): void {
  from.on('data', (data) => {
    if (!to.write(data)) from.pause()
  })
  to.on('drain', () => from.resume())
  from.on('end', () => to.end())
  from.on('error', () => to.destroy())
}

const port = Number(process.argv[2] ?? 12000)
createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => {
  const upstream = connect({
    host: process.argv[3] ?? '127.0.0.1',
    port: Number(process.argv[4] ?? 12001),
    allowHalfOpen: true,
  })
  upstream.on('error', (error) => console.log(error.message))
  forward(client, upstream)
  forward(upstream, client)
  upstream.on('connect', () => client.resume())
}).listen(port)
