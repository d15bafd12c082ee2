import { readFileSync } from 'node:fs'
import { socket, AF_INET, SOCK_DGRAM, SocketError } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const path = process.argv[4] ?? 'file'

const FIN = 0x01
const ACK = 0x80
const payloadBytes = 1000
const timerMs = 200
const mostTries = 10

/** The Internet checksum: the inverted one's complement sum of words of 16 bits, big-endian. */
function checksum(data: Uint8Array): number {
  let total = 0
  for (let i = 0; i < data.length; i += 2) total += (data[i]! << 8) | (data[i + 1] ?? 0)
  while (total > 0xffff) total = (total & 0xffff) + (total >> 16)
  return ~total & 0xffff
}

function makePacket(seq: number, flags: number, payload: Uint8Array = Buffer.of()): Buffer {
  const packet = Buffer.concat([Buffer.of(seq, flags, 0, 0), payload])
  packet.writeUInt16BE(checksum(packet), 2)
  return packet
}

/** Whether the ACK of this packet comes before the deadline; everything else is ignored. */
async function ackComes(seq: number, deadline: number): Promise<boolean> {
  for (;;) {
    const left = deadline - performance.now()
    if (left <= 0) return false
    sender.settimeout(left)
    try {
      const [answer] = await sender.recvfrom(2048)
      if (answer[1] === ACK && checksum(answer) === 0) return true
    } catch (error) {
      if (error instanceof SocketError && error.code === 'ETIMEDOUT') return false
      throw error
    }
  }
}

/** Sends a packet until it is acknowledged; false when nobody answers. */
async function deliver(seq: number, packet: Uint8Array): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries++) {
    await sender.sendto(packet, [host, port])
    if (await ackComes(seq, performance.now() + timerMs)) return true
  }
  return false
}

const content = readFileSync(path)
const sender = socket(AF_INET, SOCK_DGRAM)
let seq = 0
let start = 0
let last = false
while (!last) {
  const payload = content.subarray(start, start + payloadBytes)
  start += payloadBytes
  last = start >= content.length
  if (!(await deliver(seq, makePacket(seq, last ? FIN : 0, payload)))) {
    console.error(`nobody answers: a packet was sent ${mostTries} times`)
    process.exit(1)
  }
  seq = 1 - seq
}

await sender.close()
console.log(`sent ${content.length} bytes`)
