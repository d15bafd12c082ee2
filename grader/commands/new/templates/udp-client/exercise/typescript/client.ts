import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const line = await readLine()

const client = socket(AF_INET, SOCK_DGRAM)
// TODO: send `line` to the server at [host, port], then print its reply.
console.log('nothing sent yet to', host, port, line) // replace this line
await client.close()

/** Reads one line from stdin. It does not wait for the end of the input, and it closes stdin afterwards. */
async function readLine(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) {
    text += chunk
    if (text.includes('\n')) break
  }
  return text.split(/\r?\n/, 1)[0] ?? ''
}
