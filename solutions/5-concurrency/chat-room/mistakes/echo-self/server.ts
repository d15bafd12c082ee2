import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const clients = new Map<StreamSocket, string>()

// Nobody awaits a send: #socket keeps them in order, and an error shows up at the next recv() of that client.
function say(line: string): void {
  for (const other of clients.keys()) {
    other.send(Buffer.from(line + '\r\n')).catch(() => {})
  }
}

async function serve(me: StreamSocket): Promise<void> {
  let pending = ''
  try {
    for (let bytes = await me.recv(1024); bytes.length > 0; bytes = await me.recv(1024)) {
      const lines = (pending + bytes.toString('latin1')).split('\n')
      pending = lines.pop() ?? ''
      for (const raw of lines) {
        const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
        const mine = clients.get(me)
        if (mine !== undefined) {
          say(`[${mine}] ${line}`)
          continue
        }
        const good = line.length >= 1 && line.length <= 16 && !/[^A-Za-z0-9]/.test(line)
        if (!good || [...clients.values()].includes(line)) {
          await me.sendall(Buffer.from('error: bad name, goodbye\r\n'))
          await me.close()
          return
        }
        await me.sendall(Buffer.from(`* present: ${[...clients.values()].join(', ')}\r\n`))
        say(`* ${line} joined`)
        clients.set(me, line)
      }
    }
  } catch (error) {
    console.error(error)
  }
  const name = clients.get(me)
  clients.delete(me)
  if (name !== undefined) say(`* ${name} left`)
  await me.close()
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['127.0.0.1', Number(process.argv[2] ?? 12000)])
await server.listen()
for await (const [connection] of server) void serve(connection)
