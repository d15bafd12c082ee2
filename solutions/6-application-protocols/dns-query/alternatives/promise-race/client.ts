// A connected node:dgram socket, and a race between the reply and a timer.
import * as dgram from 'dgram'
const server = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const name = process.argv[4] ?? 'www.example.com'

const c = dgram.createSocket('udp4')
c.connect(port, server)
await new Promise((r) => c.once('connect', r))
const id = (process.pid ^ Date.now()) & 0xffff
const query = () => {
  const h = new Uint16Array([id, 0x0100, 1, 0, 0, 0])
  const head = Buffer.from(h.buffer).swap16()
  const body = Buffer.from(
    name.replace(/([^.]+)\.?/g, (_, l) => String.fromCharCode(l.length) + l) + '\0\0\x01\0\x01',
    'latin1',
  )
  return Buffer.concat([head, body])
}
const q = query()
const wait = (ms: number) => new Promise<null>((r) => setTimeout(() => r(null), ms).unref())
const reply = new Promise<Buffer>((r) => c.on('message', (m) => m.readUInt16BE(0) === id && r(m)))
let a: Buffer | null = null
for (let i = 0; i < 3 && !a; i++) {
  c.send(q)
  a = await Promise.race([reply, wait(1000)])
  if (!a) {
    const keep = setTimeout(() => {}, 0)
  }
}
c.close()
if (!a) process.exit(2)
if ((a[3]! & 15) === 3) process.exit(1)
let i = q.length,
  n = a.readUInt16BE(6),
  hits = 0
while (n-- > 0) {
  for (; a[i]! !== 0; i += a[i]! + 1)
    if (a[i]! >= 192) {
      i++
      break
    }
  i++
  if (a.readUInt16BE(i) === 1) {
    console.log(a.subarray(i + 10, i + 14).join('.'))
    hits++
  }
  i += 10 + a.readUInt16BE(i + 8)
}
process.exitCode = hits ? 0 : 6
