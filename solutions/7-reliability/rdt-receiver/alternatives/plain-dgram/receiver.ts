import { createSocket } from 'node:dgram'
import { writeFileSync } from 'node:fs'

const [port, outfile] = [Number(process.argv[2]), String(process.argv[3])]

const checksum = (data: Buffer): number => {
  let sum = 0
  data.forEach((byte, i) => (sum += i % 2 === 0 ? byte * 256 : byte))
  while (sum > 0xffff) sum = (sum % 0x10000) + Math.floor(sum / 0x10000)
  return 0xffff - sum
}

const blocks: Buffer[] = []
let sender: string | null = null
let timer: NodeJS.Timeout | undefined
let finished = false

const server = createSocket('udp4')
server.on('message', (packet, { address, port: from }) => {
  const who = `${address}:${from}`
  if (packet.length < 4 || checksum(packet) !== 0 || (sender ?? who) !== who) return
  sender = who
  const seq = packet.readUInt8(0)
  if (seq === blocks.length % 2) {
    blocks.push(packet.subarray(4))
    finished ||= (packet.readUInt8(1) & 1) === 1
  }
  const ack = Buffer.of(seq, 0x80, 0, 0)
  ack.writeUInt16BE(checksum(ack), 2)
  server.send(ack, from, address)
  if (!finished) return
  clearTimeout(timer)
  timer = setTimeout(() => {
    writeFileSync(outfile, Buffer.concat(blocks))
    server.close()
  }, 1000)
})
server.bind(port)
