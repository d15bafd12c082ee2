import { createWriteStream } from 'node:fs'
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

class Packet {
  private readonly bytes: Buffer

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  get seq() {
    return this.bytes[0]
  }

  get fin() {
    return (this.bytes[1]! & 0x01) !== 0
  }

  get payload() {
    return this.bytes.subarray(4)
  }

  get whole() {
    return this.bytes.length >= 4 && Packet.sum(this.bytes) === 0xffff
  }

  /** One's complement sum, each carry added at once. */
  static sum(bytes: Uint8Array): number {
    let sum = 0
    for (let i = 0; i < bytes.length; i += 2) {
      sum += (bytes[i]! << 8) + (bytes[i + 1] ?? 0)
      if (sum > 0xffff) sum -= 0xffff
    }
    return sum
  }

  static ack(seq: number): Buffer {
    const sum = 0xffff - Packet.sum(Uint8Array.of(seq, 0x80))
    return Buffer.of(seq, 0x80, sum >> 8, sum & 0xff)
  }
}

const receiver = socket(AF_INET, SOCK_DGRAM)
receiver.bind(['127.0.0.1', Number(process.argv[2])])
const file = createWriteStream(process.argv[3] ?? 'received')
let [from, last] = ['', 1]
let quiet: NodeJS.Timeout | undefined

for await (const [bytes, [host, port]] of receiver) {
  const packet = new Packet(bytes)
  if (!packet.whole || (from !== '' && from !== `${host}:${port}`)) continue
  from = `${host}:${port}`
  const isNew = packet.seq !== last
  last = packet.seq!
  if (isNew) file.write(packet.payload)
  await receiver.sendto(Packet.ack(last), [host, port])
  if (packet.fin || quiet) {
    clearTimeout(quiet)
    quiet = setTimeout(() => receiver.close(), 1000)
  }
}
file.end()
