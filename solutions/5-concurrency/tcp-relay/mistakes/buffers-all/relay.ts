import { connect, createServer } from 'node:net'

createServer({ allowHalfOpen: true }, (client) => {
  const upstream = connect({ host: process.argv[3], port: Number(process.argv[4]), allowHalfOpen: true })
  client.on('data', (data) => upstream.write(data))
  upstream.on('data', (data) => client.write(data))
  client.on('end', () => upstream.end())
  upstream.on('end', () => client.end())
  client.on('error', () => upstream.destroy())
  upstream.on('error', () => client.destroy())
}).listen(Number(process.argv[2]))
