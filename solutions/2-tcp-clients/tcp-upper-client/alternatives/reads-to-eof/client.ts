// Collects the reply in small pieces until the server's FIN.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const line = await readLine()

const client = socket(AF_INET, SOCK_STREAM)
await client.connect([host, port])
await client.sendall(Buffer.from(line))

const pieces: Buffer[] = []
while (true) {
  const piece = await client.recv(16)
  if (piece.length === 0) break
  pieces.push(piece)
}
await client.close()
console.log(Buffer.concat(pieces).toString())

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
