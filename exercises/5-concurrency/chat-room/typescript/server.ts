import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

// TODO 1. who is in the room? All tasks share it; between two awaits nobody else can change it

/** Sends a line to every member but the one of this name. */
function tell(line: string, but: string): void {
  // TODO 3. nobody may wait for a member who does not read, and nobody may fail because another one is gone
}

/** The lines of a client as they become complete, without CR and LF. */
async function* linesFrom(connection: StreamSocket): AsyncGenerator<string> {
  let buffer = Buffer.alloc(0)
  while (true) {
    const data = await connection.recv(4096)
    if (data.length === 0) return
    buffer = Buffer.concat([buffer, data])
    for (let end = buffer.indexOf('\n'); end !== -1; end = buffer.indexOf('\n')) {
      const line = buffer.subarray(0, end)
      buffer = buffer.subarray(end + 1)
      yield line.toString().replace(/\r$/, '')
    }
  }
}

/** Talks with one client until it has left. Runs in a task of its own. */
async function handle(connection: StreamSocket): Promise<void> {
  try {
    for await (const line of linesFrom(connection)) {
      console.log('TODO: nobody hears', line)
      // TODO 2. the first line is its name: refuse it, or let it in, and tell those whom it concerns
      // TODO 4. every other line is for all others
    }
  } finally {
    // TODO 5. if it had been let in, it has left now: who must be told, and what is free again?
    await connection.close()
  }
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(50)

while (true) {
  const [connection] = await server.accept()
  handle(connection).catch((error: Error) => console.log(`a client is gone: ${error.message}`))
}
