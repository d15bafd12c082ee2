// Iterates over the socket and ignores datagrams that do not come from the server.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

const line = await readLine()

const client = socket(AF_INET, SOCK_DGRAM)
await client.sendto(Buffer.from(line), [host, port])

for await (const [reply, [senderHost, senderPort]] of client) {
  if (senderHost !== host || senderPort !== port) continue
  console.log(reply.toString())
  break
}
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
