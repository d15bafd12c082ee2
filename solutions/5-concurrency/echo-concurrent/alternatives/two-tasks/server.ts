import { socket, AF_INET6, SOCK_STREAM, SHUT_WR, type StreamSocket } from '#socket'

/** One task takes the bytes in, another one sends them out; between them is a queue. */
async function echo(connection: StreamSocket): Promise<void> {
  const queue: Buffer[] = []
  let wake = () => {}
  let finished = false

  const reader = (async () => {
    try {
      for (let data = await connection.recv(4096); data.length > 0; data = await connection.recv(4096)) {
        queue.push(data)
        wake()
      }
    } finally {
      finished = true
      wake()
    }
  })()

  const writer = (async () => {
    while (true) {
      const data = queue.shift()
      if (data !== undefined) await connection.sendall(data)
      else if (finished) break
      else await new Promise<void>((resolve) => (wake = resolve))
    }
    await connection.shutdown(SHUT_WR)
  })()

  const results = await Promise.allSettled([reader, writer])
  for (const result of results) if (result.status === 'rejected') console.log(String(result.reason))
  await connection.close()
}

const server = socket(AF_INET6, SOCK_STREAM)
server.bind(['::', Number(process.argv[2] ?? 12000)])
await server.listen()
for await (const [connection] of server) void echo(connection)
