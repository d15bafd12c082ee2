import { createServer } from 'node:net'
import { createReadStream, statSync } from 'node:fs'
import { normalize } from 'node:path'
const root = process.argv[3]!
const server = createServer({ allowHalfOpen: true }, (s) => {
  s.setTimeout(8000, () => s.destroy())
  s.on('error', console.error)
  s.once('end', () => s.end())
  const parts: Buffer[] = []
  s.on('readable', () => {
    for (let b = s.read(); b !== null; b = s.read()) parts.push(b)
    const req = Buffer.concat(parts)
    if (!req.includes('\r\n\r\n')) return
    parts.length = 0
    const [, method, target] = /^(\S+) (\S+) HTTP/.exec(req.toString()) ?? []
    if (method !== 'GET') {
      s.end('HTTP/1.1 501 Nope\r\nconnection:close\r\n\r\n')
      return
    }
    const name = normalize('/' + target)
    try {
      const stat = statSync(root + name)
      if (!stat.isFile()) throw 0
      s.write(`HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: ${stat.size}\r\n\r\n`)
      createReadStream(root + name).pipe(s, { end: false })
    } catch {
      s.write('HTTP/1.0 404 NOT FOUND\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n')
    }
  })
})
server.listen(+process.argv[2]!, '::')
