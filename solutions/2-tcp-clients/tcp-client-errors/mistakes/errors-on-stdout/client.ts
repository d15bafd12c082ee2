// Mistake: prints its errors on standard output.
import { socket, AF_INET, SOCK_STREAM, SocketError } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const timeoutMs = Number(process.argv[4] ?? 1000)

const line = await readLine()

const client = socket(AF_INET, SOCK_STREAM)
client.settimeout(timeoutMs) // for each call that waits
try {
  await client.connect([host, port])
  await client.sendall(Buffer.from(line))
  const reply = await receiveAll()
  if (reply.length === 0) fail(4, 'The server closed the connection without a reply.')
  console.log(reply.toString())
} catch (error) {
  if (!(error instanceof SocketError)) throw error // a mistake of our own is no failure of the server
  if (error.code === 'ECONNREFUSED') fail(2, `Nobody listens at ${host}, port ${port}.`)
  if (error.code === 'ETIMEDOUT') fail(3, `No reply within ${timeoutMs} ms.`)
  fail(4, `The connection broke before the reply was complete (${error.code}).`)
}
await client.close()

/** Collects bytes until the server has finished: only then the reply is known to be whole. */
async function receiveAll(): Promise<Buffer> {
  const pieces: Buffer[] = []
  while (true) {
    const piece = await client.recv(1024)
    if (piece.length === 0) return Buffer.concat(pieces)
    pieces.push(piece)
  }
}

function fail(code: number, sentence: string): never {
  console.log(sentence)
  process.exit(code)
}

/** Reads one line from stdin without waiting for the input to end. */
async function readLine(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) {
    text += chunk
    if (text.includes('\n')) break // leaving the loop closes stdin, so that it does not keep the process alive
  }
  return text.split(/\r?\n/, 1)[0] ?? ''
}
