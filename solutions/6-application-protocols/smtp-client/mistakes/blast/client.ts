// Mistake: sends everything at once when it has been greeted, and reads the replies afterwards.
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

let everything = ''
const codes: string[] = []

function say(command: string, code: string): void {
  everything += `${command}\r\n`
  codes.push(code)
}

await expect('220')
say('HELO my-laptop', '250')
say(`MAIL FROM:<${sender}>`, '250')
say(`RCPT TO:<${recipient}>`, '250')
say('DATA', '354')

const lines = text.toString().split(/\r?\n/)
if (lines.at(-1) === '') lines.pop() // what follows the end of the last line is no line
for (const line of lines) {
  // Without a second dot the server would take it for the end; it takes one dot away again.
  const stuffed = line.startsWith('.') ? `.${line}` : line
  everything += `${stuffed}\r\n`
}
say('.', '250')

say('QUIT', '221')
await client.sendall(Buffer.from(everything))
for (const code of codes) await expect(code)
await client.close()
