import { openSync, writeSync } from 'node:fs'
import { socket, AF_INET, SOCK_DGRAM } from '#socket'

const port = Number(process.argv[2] ?? 12000)
const outfile = process.argv[3] ?? 'received'

const FIN = 0x01
const ACK = 0x80
const headerBytes = 4
const quietMs = 1000

/** The Internet checksum: the inverted one's complement sum of words of 16 bits, big-endian. */
function checksum(data: Uint8Array): number {
  let total = 0
  for (let i = 0; i < data.length; i += 2) total += (data[i]! << 8) | (data[i + 1] ?? 0)
  while (total > 0xffff) total = (total & 0xffff) + (total >> 16) // the carry comes in again on the right
  return ~total & 0xffff
}

function makeAck(seq: number): Buffer {
  const ack = Buffer.from([seq, ACK, 0, 0])
  ack.writeUInt16BE(checksum(ack), 2)
  return ack
}

function isWhole(packet: Buffer): boolean {
  if (packet.length < headerBytes) return false
  const zeroed = Buffer.from(packet)
  zeroed.writeUInt16BE(0, 2)
  return packet.readUInt16BE(2) === checksum(zeroed)
}

const receiver = socket(AF_INET, SOCK_DGRAM)
receiver.bind(['', port])
console.log(`waiting for a file on port ${port}`)

const file = openSync(outfile, 'w')
let sender = '' // the address of the first whole packet
let expectedSeq = 0

while (true) {
  const [packet, address] = await receiver.recvfrom(2048)
  if (!isWhole(packet)) continue
  if (sender === '') sender = String(address)
  if (sender !== String(address)) continue

  const [seq = 0, flags = 0] = packet
  if (seq === expectedSeq) {
    writeSync(file, packet.subarray(headerBytes))
    expectedSeq = 1 - expectedSeq
    if (flags & FIN) receiver.settimeout(quietMs)
  }
  await receiver.sendto(makeAck(seq), address) // a repeated packet, too: its ACK was lost
}
