// A web proxy: asks a web server for what a browser asks it for.
// Run it with:  npm run try -- http-proxy 12000
import { socket, AF_INET, SOCK_STREAM, type Address, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

/** The request up to its empty line, in however many pieces it comes; '' when the client leaves without one. */
async function readRequest(client: StreamSocket): Promise<string> {
  let request = ''
  while (!request.includes('\r\n\r\n')) {
    const data = await client.recv(4096)
    if (data.length === 0 || request.length > 64 * 1024) return ''
    request += data.toString('latin1')
  }
  return request
}

/** Where to connect, and what to send there. */
function rewrite(request: string): { where: Address; forwarded: string } {
  // TODO 1. the first line holds `GET http://host:port/path HTTP/1.1`: take host, port (80 without one) and path apart
  // TODO 2. the request for the origin: only the path, a Host, and `Connection: close`
  return { where: ['127.0.0.1', 80], forwarded: '' }
}

async function serve(client: StreamSocket): Promise<void> {
  const request = await readRequest(client)
  if (request === '') return
  const { where, forwarded } = rewrite(request)
  // TODO 3. connect to the origin and send it the request
  // TODO 4. copy its response to the client, until the origin has finished
  // TODO 5. what if the origin cannot be reached? The client wants a response: 502 Bad Gateway
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(50)
console.log(`a proxy: curl -x http://127.0.0.1:${port} http://…`)

while (true) {
  const [client] = await server.accept()
  // TODO 6. one client waits for a slow origin: what about the next one?
  // TODO 7. one client leaves in the middle of its response: what about the others?
  await serve(client)
  await client.close()
}
