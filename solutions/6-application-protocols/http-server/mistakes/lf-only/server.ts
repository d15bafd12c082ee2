import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'
import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

const port = Number(process.argv[2] ?? 12000)
const root = resolve(process.argv[3] ?? '.')

const limit = 64 * 1024 // no request needs more
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
}

/** The request up to its empty line, in however many pieces it comes; '' when the client leaves without one. */
async function readRequest(connection: StreamSocket): Promise<string> {
  let request = '' // a head is ASCII: no letter of it can be cut in two
  while (!request.includes('\r\n\r\n')) {
    const data = await connection.recv(4096)
    if (data.length === 0 || request.length > limit) return ''
    request += data.toString('latin1')
  }
  return request
}

/** Head and body, as bytes. Content-Length counts the bytes of the body. */
function response(status: string, body: Buffer, type = 'text/plain'): Buffer {
  const head = [
    `HTTP/1.1 ${status}`,
    `Content-Type: ${type}`,
    `Content-Length: ${body.length}`,
    'Connection: close',
  ]
  return Buffer.concat([Buffer.from(`${head.join('\n')}\n\n`), body])
}

/** The path that a target means; throws when it lies outside of root. Decode first, then look where it leads. */
function fileFor(target: string): string {
  const path = join(root, decodeURIComponent(target.split('?')[0] ?? ''))
  if (!path.startsWith(root + sep)) throw new Error(`${target} is outside`)
  return path
}

async function respond(request: string): Promise<Buffer> {
  const [method, target, version, ...more] = request.split('\r\n')[0]!.split(' ')
  if (target === undefined || !version?.startsWith('HTTP/') || more.length > 0)
    return response('400 Bad Request', Buffer.from('That is no request.\n'))
  if (method !== 'GET') return response('501 Not Implemented', Buffer.from('Only GET is served here.\n'))
  try {
    const path = fileFor(target)
    return response('200 OK', await readFile(path), types[extname(path)] ?? 'application/octet-stream')
  } catch {
    // not there, a folder, not ours to read, no name at all
    return response('404 Not Found', Buffer.from('There is no such file.\n'))
  }
}

async function handle(connection: StreamSocket): Promise<void> {
  try {
    const request = await readRequest(connection)
    // A browser may open a spare connection, and close it without a word.
    if (request !== '') await connection.sendall(await respond(request))
  } finally {
    await connection.close()
  }
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(50)
console.log(`http://127.0.0.1:${port}/ shows ${root}`)

while (true) {
  const [connection, [host]] = await server.accept()
  handle(connection).catch((error: Error) => console.log(`${host} is gone: ${error.message}`))
}
