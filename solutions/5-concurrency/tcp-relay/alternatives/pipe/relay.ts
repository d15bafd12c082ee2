import { connect, createServer } from 'node:net'

const [, , port = '12000', host = '127.0.0.1', to = '12001'] = process.argv

createServer({ allowHalfOpen: true }, (client) => {
  const upstream = connect({ host, port: Number(to), allowHalfOpen: true })
  client.on('error', () => upstream.destroy())
  upstream.on('error', () => client.destroy())
  client.pipe(upstream).pipe(client)
}).listen(Number(port))
