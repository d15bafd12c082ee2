import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream'

const [, , port, folder] = process.argv
const root = `${resolve(folder ?? '.')}/`

// Without a Content-Length Node sends the file in chunks, and keeps the connection open.
const server = createServer((request, response) => {
  const path = join(root, request.url ?? '/')
  const file = createReadStream(path, { highWaterMark: 50 })
  const fail = (status: number) => {
    response.writeHead(status)
    response.end('no\n')
  }
  if (request.method !== 'GET') return fail(405)
  if (!path.startsWith(root)) return fail(403)
  file.once('error', () => fail(404))
  file.once('open', () => {
    response.writeHead(200, { 'content-type': 'application/octet-stream' })
    pipeline(file, response, () => {})
  })
})
server.listen(Number(port))
