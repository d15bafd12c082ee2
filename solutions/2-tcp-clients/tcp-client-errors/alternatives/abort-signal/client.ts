// node:net with async iteration; AbortSignal.timeout() destroys the connection when the time is over.
import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline/promises'

const [host = '127.0.0.1', port = '12000', timeout = '1000'] = process.argv.slice(2)
const codes: Record<string, number> = { ECONNREFUSED: 2, ABORT_ERR: 3, TimeoutError: 3 }

const terminal = createInterface({ input: process.stdin, output: process.stderr })
const line = await terminal.question('line? ')
terminal.close()

const signal = AbortSignal.timeout(Number(timeout))
try {
  const client = connect(Number(port), host)
  signal.addEventListener('abort', () => client.destroy(signal.reason as Error))
  await once(client, 'connect')
  client.write(`${line}\n`)
  const pieces: Buffer[] = []
  for await (const piece of client) pieces.push(piece as Buffer)
  if (pieces.length === 0) throw new Error('nothing came')
  process.stdout.write(Buffer.concat(pieces))
} catch (error) {
  const { code = '', name, message } = error as NodeJS.ErrnoException
  process.stderr.write(`Cannot get a reply: ${message}\n`)
  process.exitCode = codes[code] ?? codes[name] ?? 4
}
process.stdin.destroy()
