import { closeSync, openSync, writeSync } from 'node:fs'
import { socket, AF_INET, SOCK_DGRAM, SocketError } from '#socket'

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

/** The next datagram and its sender; null when nothing came for a quiet second. */
async function next() {
  try {
    return await receiver.recvfrom(2048)
  } catch (error) {
    if (error instanceof SocketError && error.code === 'ETIMEDOUT') return null
    throw error
  }
}

const receiver = socket(AF_INET, SOCK_DGRAM)
receiver.bind(['', port])
console.log(`waiting for a file on port ${port}`)

const file = openSync(outfile, 'w')
let sender = '' // the address of the first whole packet
let expectedSeq = 0

for (let arrival = await next(); arrival !== null; arrival = await next()) {
  const [packet, address] = arrival
  if (!isWhole(packet)) continue
  if (sender === '') sender = String(address)
  if (sender !== String(address)) continue

  const [seq = 0, flags = 0] = packet
  if (seq === expectedSeq) {
    writeSync(file, packet.subarray(headerBytes))
    expectedSeq = 1 - expectedSeq
    if (flags & FIN) receiver.settimeout(quietMs)
    await receiver.sendto(makeAck(seq), address)
  }
}

closeSync(file)
await receiver.close()
console.log(`wrote ${outfile}`)
