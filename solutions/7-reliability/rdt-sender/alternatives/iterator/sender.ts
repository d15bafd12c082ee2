import { once } from 'node:events'
import { createSocket } from 'node:dgram'
import { createReadStream } from 'node:fs'

const [host, port, path] = process.argv.slice(2)
const server = createSocket('udp4')
server.connect(Number(port), host)
await once(server, 'connect')
server.on('error', () => {}) // refused: nobody there yet, which is a try like any other

function sum16(bytes: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 2) {
    sum += (bytes[i]! << 8) + (bytes[i + 1] ?? 0)
    if (sum > 0xffff) sum -= 0xffff
  }
  return sum
}

function* numbered(): Generator<number> {
  for (;;) yield* [0, 1]
}

async function* packets() {
  const numbers = numbered()
  for await (const chunk of createReadStream(path!, { highWaterMark: 512 }))
    yield { seq: numbers.next().value as number, flags: 0, payload: chunk as Buffer }
  yield { seq: numbers.next().value as number, flags: 1, payload: Buffer.alloc(0) }
}

const isAck = (bytes: Buffer, seq: number) =>
  bytes.length === 4 && bytes[0] === seq && bytes[1] === 0x80 && sum16(bytes) === 0xffff

function acknowledged(seq: number, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (value: boolean) => {
      clearTimeout(timer)
      server.off('message', look)
      resolve(value)
    }
    const look = (bytes: Buffer) => {
      if (isAck(bytes, seq)) settle(true)
    }
    const timer = setTimeout(() => settle(false), ms)
    server.on('message', look)
  })
}

for await (const { seq, flags, payload } of packets()) {
  const packet = Buffer.concat([Buffer.of(seq, flags, 0, 0), payload])
  packet.writeUInt16BE(0xffff - sum16(packet), 2)
  let done = false
  for (let i = 0; i < 10 && !done; i++) {
    const answer = acknowledged(seq, 200)
    server.send(packet, () => {})
    done = await answer
  }
  if (!done) process.exit(1)
}
server.close()
