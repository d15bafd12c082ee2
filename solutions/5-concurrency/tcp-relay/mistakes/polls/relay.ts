import { connect, createServer } from 'node:net'

createServer({ allowHalfOpen: true }, (client) => {
  const upstream = connect({ host: process.argv[3], port: Number(process.argv[4]), allowHalfOpen: true })
  upstream.on('error', () => client.destroy())
  client.on('error', () => upstream.destroy())
  let open = true
  client.on('close', () => (open = false))
  // Looks all the time whether there is something to do.
  const look = (): void => {
    const request = client.read() as Uint8Array | null
    if (request !== null) upstream.write(request)
    if (client.writableLength === 0) {
      const answer = upstream.read() as Uint8Array | null
      if (answer !== null) client.write(answer)
    }
    if (open) setImmediate(look)
  }
  client.on('end', () => upstream.end())
  upstream.on('end', () => client.end())
  look()
}).listen(Number(process.argv[2]))
