// Mistake: says HELO before it has read the greeting.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const sender = process.argv[4] ?? 'ada@example.com'
const recipient = process.argv[5] ?? 'bob@example.org'

// The whole mail, as bytes. Its lines end in LF or in CR LF, and the last one may have no end.
const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk)
const text = Buffer.concat(chunks)

const client = socket(AF_INET, SOCK_STREAM)
await client.connect([host, port])
let received = ''

/** The next line from the server; what came after it is kept for the next time. */
async function readLine(): Promise<string> {
  while (!received.includes('\r\n')) {
    const data = await client.recv(1024)
    if (data.length === 0) throw new Error('The server hung up.')
    received += data.toString('latin1')
  }
  const end = received.indexOf('\r\n')
  const line = received.slice(0, end)
  received = received.slice(end + 2)
  return line
}

/** Reads a whole reply. A hyphen behind the code says that more lines follow. */
async function expect(code: string): Promise<void> {
  let line = await readLine()
  while (line[3] === '-') line = await readLine()
  if (line.startsWith(code)) return
  await client.sendall(Buffer.from('QUIT\r\n'))
  throw new Error(`The server said: ${line}`) // nobody catches it: exit code 1
}

async function say(command: string, code: string): Promise<void> {
  await client.sendall(Buffer.from(`${command}\r\n`))
  await expect(code)
}

await client.sendall(Buffer.from('HELO my-laptop\r\n'))
await expect('220')
await expect('250')
await say(`MAIL FROM:<${sender}>`, '250')
await say(`RCPT TO:<${recipient}>`, '250')
await say('DATA', '354')

const lines = text.toString().split(/\r?\n/)
if (lines.at(-1) === '') lines.pop() // what follows the end of the last line is no line
for (const line of lines) {
  // Without a second dot the server would take it for the end; it takes one dot away again.
  const stuffed = line.startsWith('.') ? `.${line}` : line
  await client.sendall(Buffer.from(`${stuffed}\r\n`))
}
await say('.', '250')

await say('QUIT', '221')
await client.close()
