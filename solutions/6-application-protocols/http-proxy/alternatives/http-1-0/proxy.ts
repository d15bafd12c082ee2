import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const listener = socket(AF_INET, SOCK_STREAM)
listener.bind(['127.0.0.1', Number(process.argv[2])])
await listener.listen(20)

// Everything at once, and only then to the client.
async function everything(from: StreamSocket): Promise<Buffer> {
  const parts: Buffer[] = []
  for (let part = await from.recv(4000); part.length > 0; part = await from.recv(4000)) parts.push(part)
  return Buffer.concat(parts)
}

async function go(client: StreamSocket) {
  let asked = ''
  while (!asked.endsWith('\r\n\r\n')) {
    const some = await client.recv(100)
    if (!some.length) return
    asked += some.toString()
  }
  const url = new URL(asked.split(' ')[1]!)
  const origin = socket(AF_INET, SOCK_STREAM)
  let answer
  try {
    await origin.connect([url.hostname, Number(url.port) || 80])
    await origin.sendall(Buffer.from(`GET ${url.pathname}${url.search} HTTP/1.0\r\nHost:${url.host}\r\n\r\n`))
    answer = await everything(origin)
  } catch {
    answer = Buffer.from('HTTP/1.0 502 sorry\r\n\r\nsorry')
  }
  await origin.close()
  await client.sendall(answer)
}

for (;;) {
  const [client] = await listener.accept()
  void go(client)
    .catch(console.log)
    .then(() => client.close())
}
