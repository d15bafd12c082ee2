// The sender of a reliable transfer: sends a file packet by packet, and each packet until it is acknowledged.
// Run it with:  npm run try -- rdt-sender 127.0.0.1 12000 FILE
import { existsSync, readFileSync } from 'node:fs'
import { socket, AF_INET, SOCK_DGRAM, SocketError } from '#socket'

const host = process.argv[2] ?? '127.0.0.1'
const port = Number(process.argv[3] ?? 12000)
const path = process.argv[4] ?? 'file'

const FIN = 0x01 // flag of the last packet of a file
const ACK = 0x80 // flag of an acknowledgement
const payloadBytes = 1000
const timerMs = 200
const mostTries = 10

/** The Internet checksum of these bytes, a number from 0 to 0xffff. */
function checksum(data: Uint8Array): number {
  return 0 // TODO: you have written it for the receiver
}

/** A whole packet: seq, flags, the checksum over all of it, and the payload. */
function makePacket(seq: number, flags: number, payload: Uint8Array = Buffer.of()): Buffer {
  return Buffer.concat([Buffer.of(seq, flags, 0, 0), payload]) // TODO: put the checksum into bytes 2 and 3
}

/** Sends a packet until its ACK comes. */
async function deliver(seq: number, packet: Uint8Array): Promise<void> {
  await sender.sendto(packet, [host, port])
  // TODO: wait for the ACK of this packet, for timerMs at most. Other ACKs and damaged ones are ignored,
  // and do not lengthen the wait. If it does not come, send the packet again; after mostTries transmissions
  // end the program with exit code 1.
}

const sender = socket(AF_INET, SOCK_DGRAM)
const content = existsSync(path) ? readFileSync(path) : Buffer.from('There is no such file.\n')

// TODO: cut content into blocks of payloadBytes, and deliver them one after the other, with seq 0, 1, 0, 1 …
// The last packet has FIN. An empty file is one packet, too.
console.log(content.length, 'bytes are to be sent') // replace this line

await sender.close()
