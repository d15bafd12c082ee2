import { socket, AF_INET, SOCK_STREAM, type Address, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

const limit = 64 * 1024 // no request needs more

/** The request up to its empty line, in however many pieces it comes; '' when the client leaves without one. */
async function readRequest(client: StreamSocket): Promise<string> {
  let request = '' // a head is ASCII: no letter of it can be cut in two
  while (!request.includes('\r\n\r\n')) {
    const data = await client.recv(4096)
    if (data.length === 0 || request.length > limit) return ''
    request += data.toString('latin1')
  }
  return request
}

/** A response of the proxy's own. */
const refusal = (status: string): Buffer =>
  Buffer.from(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)

type Forwarded = { where: Address; request: string }

/** Where to connect, and what to send there; null for what is no request to a proxy. */
function rewrite(request: string): Forwarded | null {
  const [first = '', ...lines] = request.split('\r\n\r\n')[0]!.split('\r\n')
  const [, host, at, path] = /^GET http:\/\/([^/:\s]+)(?::(\d+))?(\/\S*)? HTTP\/1/i.exec(first) ?? []
  if (host === undefined) return null
  const kept = lines.filter((line) => !/^host:/i.test(line))
  const head = [`GET ${path ?? '/'} HTTP/1.1`, `Host: ${at === undefined ? host : `${host}:${at}`}`, ...kept]
  return { where: [host, Number(at ?? 80)], request: `${head.join('\r\n')}\r\n\r\n` }
}

async function serve(client: StreamSocket): Promise<void> {
  const request = await readRequest(client)
  if (request === '') return
  const forwarded = rewrite(request)
  if (forwarded === null) return client.sendall(refusal('501 Not Implemented'))
  const origin = socket(AF_INET, SOCK_STREAM)
  try {
    await origin.connect(forwarded.where)
  } catch (error) {
    console.log(`${forwarded.where.join(':')} cannot be reached: ${(error as Error).message}`)
    return client.sendall(refusal('502 Bad Gateway'))
  }
  try {
    await origin.sendall(Buffer.from(forwarded.request, 'latin1'))
    const response: Buffer[] = []
    while (true) {
      const data = await origin.recv(65536)
      if (data.length === 0) break
      response.push(data)
    }
    await client.sendall(Buffer.concat(response))
  } finally {
    await origin.close()
  }
}

async function handle(client: StreamSocket): Promise<void> {
  try {
    await serve(client)
  } finally {
    await client.close()
  }
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(50)
console.log(`a proxy: curl -x http://127.0.0.1:${port} http://…`)

while (true) {
  const [connection, [host]] = await server.accept()
  // Without `await`, and with catch(): the other clients must not notice.
  handle(connection).catch((error: Error) => console.log(`${host} or its origin is gone: ${error.message}`))
}
