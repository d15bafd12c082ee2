import { connect, createServer, type Socket } from 'node:net'

const start = (client: Socket, head: string) => {
  const match = /^GET http:\/\/([^/: ]+):?(\d*)(\S*) HTTP\/1.\d\r\n([^]*)$/.exec(head)
  if (match === null) return client.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  const [, host = '', port = '', path = '', headers = ''] = match
  const origin = connect(Number(port || 80), host)
  origin.once('error', () => client.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n'))
  origin.once('connect', () => {
    const others = headers.replace(/^(proxy-)?connection:.*\r\n/gim, '')
    origin.write(`GET ${path || '/'} HTTP/1.1\r\nConnection: close\r\n${others}`)
    origin.pipe(client)
  })
  client.once('close', () => origin.destroy())
  return origin
}

createServer((client) => {
  let head = ''
  const listen = (chunk: Buffer) => {
    head += chunk.toString('latin1')
    if (!head.includes('\r\n\r\n')) return
    client.off('data', listen)
    start(client, head)
  }
  client.on('data', listen)
  client.on('error', (error) => console.log(error.message))
}).listen(parseInt(process.argv[2] ?? '12000', 10))
