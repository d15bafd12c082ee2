// Talks a lot on stdout: a prompt without a newline, progress, and a label in front of the reply.
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)

process.stdout.write('Input lowercase sentence:')
const line = await readLine()

const client = socket(AF_INET, SOCK_DGRAM)
const count = await client.sendto(Buffer.from(line), [host, port])
console.log(`sent ${count} bytes to ${host}:${port}, waiting ...`)
const [reply, from] = await client.recvfrom(2048)
console.log(`${from.join(':')} says "${reply.toString()}"`)
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
