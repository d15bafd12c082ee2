import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const line = await readLine()

const client = socket(AF_INET, SOCK_STREAM)
await client.connect([host, port]) // the handshake; the kernel picks our own port, so there is no bind()
await client.sendall(Buffer.from(line))
const reply = await client.recv(256)
console.log(reply.toString())
await client.close()

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
