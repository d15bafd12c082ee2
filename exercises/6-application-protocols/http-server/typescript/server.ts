// A web server: serves the files of the folder ROOT.
// Run it with:  npm run try -- http-server 12000 "$PWD"
import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'
import { readFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'

const port = Number(process.argv[2] ?? 12000)
const root = resolve(process.argv[3] ?? '.')

/** The request up to its empty line; '' when the client leaves without one. */
async function readRequest(connection: StreamSocket): Promise<string> {
  // TODO 1. recv() until the empty line ('\r\n\r\n') has come. When recv() returns nothing, the client is gone.
  return ''
}

/** A whole response, as bytes: response('404 Not Found', Buffer.from('There is no such file.')) */
function response(status: string, body: Buffer): Buffer {
  // TODO 2. status line, headers (one of them tells how long the body is), empty line, body
  return Buffer.alloc(0)
}

/** What to answer to a request. */
async function respond(request: string): Promise<Buffer> {
  // TODO 3. the request line holds method, target and version; what if it does not, or the method is not GET?
  // TODO 4. the file that the target means: read its bytes. What if there is none?
  // TODO 5. what if it lies outside of `root`? join(root, target) resolves every `..` in it.
  return response('404 Not Found', Buffer.from('TODO: nothing is found yet\n'))
}

/** Talks with one client: one request, one response. */
async function handle(connection: StreamSocket): Promise<void> {
  try {
    const request = await readRequest(connection)
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
