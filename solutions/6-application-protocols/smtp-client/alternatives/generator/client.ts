// An asynchronous generator of lines, NOOP, a regular expression for the dots.
import { socket, AF_INET, SOCK_STREAM } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const sender = process.argv[4] ?? 'ada@example.com'
const recipient = process.argv[5] ?? 'bob@example.org'
const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk)
const text = Buffer.concat(chunks)

const c = socket(AF_INET, SOCK_STREAM)
await c.connect([host, port])
async function* lines() {
  let rest = Buffer.alloc(0)
  for (;;) {
    const at = rest.indexOf('\r\n')
    if (at >= 0) {
      yield rest.subarray(0, at).toString()
      rest = rest.subarray(at + 2)
      continue
    }
    const d = await c.recv(7)
    if (d.length === 0) return
    rest = Buffer.concat([rest, d])
  }
}
const it = lines()
async function code() {
  for (;;) {
    const { value, done } = await it.next()
    if (done) throw new Error('end')
    const m = /^(\d{3})([ -]?)/.exec(value as string)!
    if (m[2] !== '-') return Number(m[1])
  }
}
async function go(s: string | null, want: number) {
  if (s !== null) await c.send(Buffer.from(s + '\r\n'))
  const got = await code()
  if (got !== want) {
    console.error('refused', got)
    process.exit(1)
  }
}
await go(null, 220)
await go('EHLO localhost', 250)
await go('MAIL FROM: <' + sender + '>', 250)
await go('RCPT TO: <' + recipient + '>', 250)
await go('NOOP', 250)
await go('DATA', 354)
const t = text.toString('latin1').replace(/\r?\n/g, '\r\n')
const u = (t.endsWith('\r\n') ? t : t + '\r\n').replace(/^\./gm, '..')
await c.sendall(Buffer.from(u, 'latin1'))
await go('.', 250)
await c.sendall(Buffer.from('QUIT\r\n'))
await c.close()
