import { socket, AF_INET, SOCK_STREAM, type StreamSocket } from '#socket'

const port = Number(process.argv[2] ?? 12000)

/** Lines on their way to one client. Saying something never waits; a task of its own sends, and waits if it must. */
class Outbox {
  readonly #connection: StreamSocket
  readonly #lines: string[] = []
  #sending = false

  constructor(connection: StreamSocket) {
    this.#connection = connection
  }

  put(line: string): void {
    if (this.#lines.length >= 10_000) return // it reads nothing, and misses what is said
    this.#lines.push(line)
    if (!this.#sending) void this.#send()
  }

  async #send(): Promise<void> {
    this.#sending = true
    try {
      for (let line = this.#lines.shift(); line !== undefined; line = this.#lines.shift())
        await this.#connection.sendall(Buffer.from(`${line}\n`))
    } catch {
      this.#lines.length = 0 // it is gone; the task that reads notices, too
    }
    this.#sending = false
  }
}

/** Who is in the room: shared by all, and changed nowhere but in handle(). */
const members = new Map<string, Outbox>()

function tell(line: string, but: string): void {
  for (const [name, outbox] of members) if (name !== but) outbox.put(line)
}

/** The lines of a client, however they were cut into pieces. */
async function* linesFrom(connection: StreamSocket): AsyncGenerator<string> {
  let buffer = Buffer.alloc(0)
  while (true) {
    const data = await connection.recv(65536)
    if (data.length === 0) return
    buffer = Buffer.concat([buffer, data])
    for (let end = buffer.indexOf('\n'); end !== -1; end = buffer.indexOf('\n')) {
      yield buffer.subarray(0, end).toString().replace(/\r$/, '')
      buffer = buffer.subarray(end + 1)
    }
  }
}

/** Talks with one client until it has left. */
async function handle(connection: StreamSocket): Promise<void> {
  let name: string | null = null // until it is let in, nobody knows of it
  try {
    for await (const line of linesFrom(connection)) {
      if (name !== null) {
        tell(`[${name}] ${line}`, name)
        continue
      }
      if (!/^[A-Za-z0-9]{1,16}$/.test(line) || members.has(line)) {
        await connection.sendall(Buffer.from('error: that name is bad or taken\n'))
        return
      }
      // No await from here to the end of this block: nobody can take the name in between.
      name = line
      const outbox = new Outbox(connection)
      outbox.put(`* present: ${[...members.keys()].join(', ')}`)
      members.set(name, outbox)
      tell(`* ${name} joined`, name)
    }
  } finally {
    if (name !== null) {
      members.delete(name)
      tell(`* ${name} left`, name)
    }
    await connection.close()
  }
}

const server = socket(AF_INET, SOCK_STREAM)
server.bind(['', port])
await server.listen(50)
console.log(`listening on port ${port}`)

while (true) {
  const [connection, [host]] = await server.accept()
  handle(connection).catch((error: Error) => console.log(`${host} is gone: ${error.message}`))
}
