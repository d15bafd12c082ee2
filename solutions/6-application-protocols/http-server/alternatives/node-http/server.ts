import { readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'

http
  .createServer((req, res) => {
    console.log(req.method, req.url)
    if (req.method !== 'GET') {
      res.statusCode = 501
      res.end()
      return
    }
    try {
      const url = new URL(req.url!, 'http://localhost')
      const file = path.join(process.argv[3]!, decodeURIComponent(url.pathname))
      if (path.relative(process.argv[3]!, file).startsWith('..')) throw new Error('outside')
      const body = readFileSync(file)
      res.setHeader('Content-Type', 'text/html')
      res.end(body)
    } catch (e) {
      res.statusCode = 404
      res.end('<h1>404 Not Found</h1>')
    }
  })
  .listen(process.argv[2])
