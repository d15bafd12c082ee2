import type { Bytes } from './expectation.ts'

/**
 * A packet of the reliable transfer (unit 7): seq, flags, a checksum of two bytes, big-endian, and the payload. An
 * acknowledgement is the header alone.
 */
export const headerBytes = 4
export const mostPayloadBytes = 1000
export const finFlag = 0x01
export const ackFlag = 0x80

export type Packet = {
  readonly seq: number
  readonly flags: number
  readonly sum: number
  readonly payload: Bytes
  /** The checksum is right. */
  readonly intact: boolean
}

/** The Internet checksum (RFC 1071): the inverted one's complement sum of words of 16 bits, the last one padded with zero. */
export function checksum(bytes: Bytes): number {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 2) sum += ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16)
  return ~sum & 0xffff
}

/** A whole packet, its checksum filled in. */
export function packetOf(seq: number, flags: number, payload: Bytes = new Uint8Array()): Bytes {
  const packet = Uint8Array.of(seq, flags, 0, 0, ...payload)
  new DataView(packet.buffer).setUint16(2, checksum(packet))
  return packet
}

export const ackOf = (seq: number): Bytes => packetOf(seq, ackFlag)

/** Takes a packet apart; null when it is shorter than its header. */
export function readPacket(bytes: Bytes): Packet | null {
  const [seq, flags, high, low] = bytes
  if (seq === undefined || flags === undefined || high === undefined || low === undefined) return null
  // With the checksum in it, the sum of a whole packet is zero.
  const intact = checksum(bytes) === 0
  return { seq, flags, sum: (high << 8) | low, payload: bytes.subarray(headerBytes), intact }
}

/** The checksum that would be right for these bytes, whatever stands in its place. */
export function rightSum(bytes: Bytes): number {
  return checksum(bytes.map((byte, i) => (i === 2 || i === 3 ? 0 : byte)))
}

/** The number that a whole acknowledgement acknowledges; null for anything else. */
export function ackedBy(bytes: Bytes): number | null {
  const packet = readPacket(bytes)
  const isAck = packet?.intact === true && packet.flags === ackFlag && packet.payload.length === 0
  return isAck ? packet.seq : null
}

/** The same bytes with one bit turned over, which every checksum notices. */
export const withFlippedBit = (bytes: Bytes, bit: number): Bytes =>
  bytes.map((byte, i) => (i === bit >>> 3 ? byte ^ (0x80 >>> (bit & 7)) : byte))
