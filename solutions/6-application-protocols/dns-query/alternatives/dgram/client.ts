// node:dgram with a timer, and the whole output in one write.
import dgram from 'node:dgram'
import { randomInt } from 'node:crypto'
const server = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const name = process.argv[4] ?? 'www.example.com'

const sock = dgram.createSocket('udp4')
const id = randomInt(65536)
const parts = name.split('.')
const buf = Buffer.alloc(12 + name.length + 2 + 4)
buf.writeUInt16BE(id, 0)
buf.writeUInt16BE(0x100, 2)
buf.writeUInt16BE(1, 4)
let o = 12
for (const p of parts) {
  buf[o++] = p.length
  buf.write(p, o, 'ascii')
  o += p.length
}
buf[o++] = 0
buf.writeUInt16BE(1, o)
buf.writeUInt16BE(1, o + 2)
let tries = 0
let timer: NodeJS.Timeout
function send() {
  if (tries++ === 2) {
    console.error('gave up')
    process.exitCode = 2
    sock.close()
    return
  }
  sock.send(buf, port, server)
  timer = setTimeout(send, 1000)
}
sock.on('message', (m, r) => {
  if (m.readUInt16BE(0) !== id || r.port !== port) return
  clearTimeout(timer)
  sock.close()
  const rcode = m[3]! & 0xf
  if (rcode !== 0) {
    process.exitCode = rcode === 3 ? 1 : 9
    return
  }
  const count = m.readUInt16BE(6)
  let p = 12
  const behindName = () => {
    for (;;) {
      const l = m[p++]!
      if (l === 0) return
      if (l >= 192) {
        p++
        return
      }
      p += l
    }
  }
  behindName()
  p += 4
  const out: string[] = []
  for (let i = 0; i < count; i++) {
    behindName()
    const t = m.readUInt16BE(p),
      len = m.readUInt16BE(p + 8)
    p += 10
    if (t === 1) out.push([...m.subarray(p, p + 4)].join('.'))
    p += len
  }
  if (out.length === 0) process.exitCode = 1
  else process.stdout.write(out.join('\n'))
})
send()
