// A DataView, names that are followed, sendto() and recvfrom().
import { socket, AF_INET, SOCK_DGRAM } from '#socket'
const server = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const name = process.argv[4] ?? 'www.example.com'

class Reader {
  b: Uint8Array
  view: DataView
  pos = 0
  constructor(b: Uint8Array) {
    this.b = b
    this.view = new DataView(b.buffer, b.byteOffset, b.byteLength)
  }
  u8() {
    return this.view.getUint8(this.pos++)
  }
  u16() {
    const v = this.view.getUint16(this.pos)
    this.pos += 2
    return v
  }
  u32() {
    const v = this.view.getUint32(this.pos)
    this.pos += 4
    return v
  }
  name(): string {
    const labels: string[] = []
    let jumped = -1
    for (;;) {
      const n = this.u8()
      if (n === 0) break
      if (n >= 192) {
        const to = ((n & 63) << 8) | this.u8()
        if (jumped < 0) jumped = this.pos
        this.pos = to
        continue
      }
      labels.push(String.fromCharCode(...this.b.subarray(this.pos, this.pos + n)))
      this.pos += n
    }
    if (jumped >= 0) this.pos = jumped
    return labels.join('.')
  }
}
const s = socket(AF_INET, SOCK_DGRAM)
const id = crypto.getRandomValues(new Uint8Array(2))
const q = Buffer.from([
  ...id,
  1,
  0,
  0,
  1,
  0,
  0,
  0,
  0,
  0,
  0,
  ...name.split('.').flatMap((l) => [l.length, ...Buffer.from(l)]),
  0,
  0,
  1,
  0,
  1,
])
const started = Date.now()
for (let i = 1; ; i++) {
  await s.sendto(q, [server, port])
  let reply: Buffer | undefined
  try {
    while (true) {
      s.settimeout(Math.max(1, started + i * 1000 - Date.now()))
      const [data, from] = await s.recvfrom(512)
      if (from[1] === port && data[0] === id[0] && data[1] === id[1]) {
        reply = data
        break
      }
    }
  } catch {
    if (i === 2) {
      console.log('no answer')
      process.exit(2)
    }
    continue
  }
  const r = new Reader(reply)
  const [, flags, qd, an] = [r.u16(), r.u16(), r.u16(), r.u16(), r.u16(), r.u16()]
  for (let k = 0; k < qd!; k++) {
    r.name()
    r.u32()
  }
  const map = new Map<string, string[]>()
  for (let k = 0; k < an!; k++) {
    const n = r.name(),
      t = r.u16()
    r.u16()
    r.u32()
    const l = r.u16()
    const end = r.pos + l
    if (t === 1) map.set(n, [...(map.get(n) ?? []), `${r.u8()}.${r.u8()}.${r.u8()}.${r.u8()}`])
    if (t === 5) console.log('CNAME', n, '->', r.name())
    r.pos = end
  }
  if ((flags! & 15) === 3) process.exit(1)
  const all = [...map.values()].flat()
  if (all.length === 0) process.exit(1)
  all.forEach((a) => console.log(a))
  break
}
await s.close()
