import * as fs from 'node:fs'
import * as net from 'node:net'
import * as path from 'node:path'

const port = parseInt(process.argv[2] || '12000')
const root = fs.realpathSync(process.argv[3] || '.')

function reply(socket: net.Socket, status: string, body: Buffer | string) {
  socket.write(`HTTP/1.0 ${status}\r\n`)
  socket.write('Server: mine\r\n')
  socket.write('\r\n')
  socket.end(body)
}

net
  .createServer((socket) => {
    let buffered = ''
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      buffered += chunk.toString('binary')
      const end = buffered.indexOf('\r\n\r\n')
      if (end < 0) return
      const [verb, url] = buffered.slice(0, end).split(/\s+/)
      if (verb !== 'GET' || !url) return reply(socket, '400 Bad Request', 'bad')
      const file = path.resolve(root, '.' + path.posix.normalize(url.startsWith('/') ? url : '/' + url))
      fs.readFile(file, (error, data) => {
        if (error || !file.startsWith(root + path.sep)) reply(socket, '404 Not Found', '<h1>Not found</h1>')
        else reply(socket, '200 OK', data)
      })
    })
  })
  .listen(port, '0.0.0.0', () => console.log('up'))
