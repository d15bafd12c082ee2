// The receiver of a reliable transfer: takes packets, acknowledges them, writes a file.
// Run it with:  npm run try -- rdt-receiver 12000 received
import { closeSync, openSync, writeSync } from 'node:fs'
import { socket, AF_INET, SOCK_DGRAM, SocketError } from '#socket'

const port = Number(process.argv[2] ?? 12000)
const outfile = process.argv[3] ?? 'received'

const FIN = 0x01 // flag of the last packet of a file
const ACK = 0x80 // flag of an acknowledgement
const headerBytes = 4 // seq, flags, and a checksum of two bytes
const quietMs = 1000

/** The Internet checksum of these bytes, a number from 0 to 0xffff. */
function checksum(data: Uint8Array): number {
  return 0 // TODO: add up words of 16 bits, add the carry to the sum, invert it
}

/** The four bytes that acknowledge the packet with this seq. */
function makeAck(seq: number): Buffer {
  return Buffer.from([seq, ACK, 0, 0]) // TODO: the last two bytes are the checksum of the ACK
}

const receiver = socket(AF_INET, SOCK_DGRAM)
receiver.bind(['', port])
console.log(`waiting for a file on port ${port}`)

const file = openSync(outfile, 'w') // writeSync(file, bytes) writes to it

while (true) {
  const [packet, address] = await receiver.recvfrom(2048)
  const [seq, flags] = packet
  const payload = packet.subarray(headerBytes)

  // TODO: which packets are written, which are acknowledged, and which are ignored?
  //
  //   - a damaged one: its checksum is not the one in bytes 2 and 3
  //   - one from another address than the first whole packet came from
  //   - the one that is due: seq 0 first, then 1, then 0, then 1 …
  //   - one that came before, because its ACK was lost
  //
  // TODO: after the packet with FIN wait for a quiet second, and leave the loop.
  console.log('received', seq, flags, payload.length, 'bytes from', address) // replace this line
}
