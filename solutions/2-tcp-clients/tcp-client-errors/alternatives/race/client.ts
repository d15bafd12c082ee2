// #socket without settimeout(): the conversation races against a timer.
import { setTimeout as sleep } from 'node:timers/promises'
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const [host = '127.0.0.1', port = '12000', timeout = '1000'] = process.argv.slice(2)

class Failure extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

async function converse(line: string): Promise<string> {
  const client = socket(AF_INET, SOCK_STREAM)
  await client.connect([host, Number(port)])
  await client.sendall(Buffer.from(line))
  let all = Buffer.alloc(0)
  for (let piece = await client.recv(64); piece.length > 0; piece = await client.recv(64))
    all = Buffer.concat([all, piece])
  await client.close()
  if (all.length === 0) throw new Failure(4, 'closed before a reply')
  return all.toString()
}

async function clock(): Promise<never> {
  await sleep(Number(timeout), undefined, { ref: false })
  throw new Failure(3, 'too slow')
}

try {
  const line = await readLine()
  console.log(await Promise.race([converse(line), clock()]))
  process.exit(0)
} catch (error) {
  const { code, message } = error as { code: unknown; message: string }
  console.error(message)
  process.exit(typeof code === 'number' ? code : code === 'ECONNREFUSED' ? 2 : 4)
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
