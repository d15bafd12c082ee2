import { open } from 'node:fs/promises'
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

class Transfer {
  private readonly s = socket(AF_INET, SOCK_DGRAM)
  private seq = 0

  private readonly to: [string, number]

  constructor(to: [string, number]) {
    this.to = to
  }

  static sum(b: Uint8Array) {
    let total = 0n
    for (const [i, byte] of b.entries()) total += BigInt(byte) << (i % 2 ? 0n : 8n)
    while (total > 0xffffn) total = (total & 0xffffn) + (total >> 16n)
    return Number(0xffffn - total)
  }

  static packet(seq: number, flags: number, payload: Uint8Array = new Uint8Array()) {
    const sum = Transfer.sum(Uint8Array.from([seq, flags, 0, 0, ...payload]))
    return Uint8Array.from([seq, flags, sum >> 8, sum & 255, ...payload])
  }

  async push(payload: Uint8Array, fin = false) {
    const ack = Buffer.from(Transfer.packet(this.seq, 128)).toString('hex')
    for (let n = 10; n > 0; n--) {
      await this.s.sendto(Transfer.packet(this.seq, fin ? 1 : 0, payload), this.to)
      const end = Date.now() + 500
      while (Date.now() < end) {
        this.s.settimeout(end - Date.now() + 1)
        const got = await this.s.recvfrom(64).catch(() => null)
        if (got === null) break
        if (got[0].toString('hex') !== ack) continue
        this.seq = this.seq ? 0 : 1
        return
      }
    }
    throw new Error('nobody answers')
  }

  finish = () => this.push(new Uint8Array(), true).then(() => this.s.close())
}

const transfer = new Transfer([process.argv[2]!, Number(process.argv[3])])
const file = await open(process.argv[4]!)
const block = new Uint8Array(97)
for (;;) {
  const { bytesRead } = await file.read(block)
  if (bytesRead === 0) break
  await transfer.push(block.slice(0, bytesRead))
}
await file.close()
await transfer.finish()
