import type { SenderFault } from '../model/expectation-rdt.ts'
import { ackOf, finFlag, headerBytes, mostPayloadBytes, readPacket } from '../model/packet.ts'
import { isFin, type Sender } from './sender.ts'

/** So often a packet is repeated though it was acknowledged, and nobody can blame the machine. */
const surelyDeaf = 5

/** What is wrong with the packets that came so far, the first thing first. */
export function faultInPackets(sender: Sender): SenderFault | null {
  for (const [i, { bytes, tries }] of sender.packets.entries()) {
    const packet = i + 1
    const why = faultInPacket(bytes)
    if (why !== null) return { of: 'packet', packet, got: bytes, why }
    const { seq = 0 } = readPacket(bytes) ?? {}
    const before = sender.packets[i - 1]
    const previous = before === undefined ? undefined : readPacket(before.bytes)?.seq
    const { ahead } = sender
    if (ahead?.packet === packet && before !== undefined) {
      if (previous === seq && ahead.last.crossing !== 'clear')
        return { of: 'changed', packet: packet - 1, was: before.bytes, got: bytes }
      const { crossing, answer } = ahead.last
      return { of: 'went-on', packet, crossing, answer, afterMs: ahead.afterMs }
    }
    if (seq !== i % 2) return { of: 'seq', packet, got: seq }
    if (before !== undefined && isFin(before.bytes)) return { of: 'after-fin', packet }
    if (tries.filter(({ needless }) => needless).length >= surelyDeaf)
      return { of: 'deaf', packet, times: tries.length, answer: ackOf(seq) }
  }
  return null
}

function faultInPacket(bytes: Uint8Array) {
  const packet = readPacket(bytes)
  if (packet === null) return 'short'
  if (bytes.length > headerBytes + mostPayloadBytes) return 'long'
  if (packet.flags !== 0 && packet.flags !== finFlag) return 'flags'
  if (packet.payload.length === 0 && packet.flags === 0) return 'empty'
  return packet.intact ? null : 'checksum'
}

/** The payloads of all packets together are the file. */
export function faultInContents({ packets, file }: Sender): SenderFault | null {
  const got = Buffer.concat(packets.map(({ bytes }) => bytes.subarray(headerBytes)))
  return got.equals(file) ? null : { of: 'contents', packets: packets.length, want: file, got }
}
