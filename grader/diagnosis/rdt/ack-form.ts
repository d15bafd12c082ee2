import type { Arrival } from '../../model/expectation-rdt.ts'
import { ackFlag, ackOf, headerBytes, readPacket } from '../../model/packet.ts'
import type { Bytes } from '../../model/expectation.ts'
import { hex, quote } from '../evidence/text.ts'

const swapped = (sum: number) => ((sum & 0xff) << 8) | (sum >>> 8)

/** What is wrong with an acknowledgement, the first thing first. */
export function wrongInAck({ packet, seq }: Pick<Arrival, 'packet' | 'seq'>, answer: Bytes): string {
  const right = readPacket(ackOf(seq))?.sum ?? 0
  const got = readPacket(answer)
  if (got === null || isText(answer))
    return `${quote(answer, 20)} is no packet: an ACK is four bytes, seq, 0x80 and the checksum.`
  if (answer.length > headerBytes)
    return `It has ${answer.length} bytes; an ACK is the header alone, four bytes.`
  if (got.flags !== ackFlag) return `Its second byte, the flags, is ${byte(got.flags)}, not 0x80.`
  if (got.seq !== seq) {
    const meant =
      packet === 1
        ? 'This protocol acknowledges the packet that came, not the next one.'
        : 'Take it out of the packet that came.'
    return `Its seq is ${got.seq}, not ${seq}. ${meant}`
  }
  return `Its checksum is ${hex(answer.subarray(2, 4))}, not ${hex(ackOf(seq).subarray(2, 4))}${meaning(got.sum, right)}`
}

function meaning(sum: number, right: number): string {
  if (sum === 0) return ': fill it in, over the four bytes with 0 in its place.'
  if (sum === swapped(right))
    return ': the two bytes are the wrong way round. Big-endian, the high one first.'
  if (sum === (~right & 0xffff)) return ': the sum has to be inverted in the end (all 16 bits, `~`).'
  return ': it is the checksum over the ACK itself, with 0 in its place.'
}

const byte = (value: number) => `0x${value.toString(16).padStart(2, '0')}`
const isText = (bytes: Bytes) => bytes.every((each) => each >= 0x20 && each <= 0x7e)
