import type { SenderFault } from '../../model/expectation-rdt.ts'
import { headerBytes, mostPayloadBytes, readPacket, rightSum } from '../../model/packet.ts'
import { hex, quote } from '../evidence/text.ts'
import { finding, type Finding } from '../finding.ts'

type Fault = Extract<SenderFault, { of: 'packet' }>

const fourDigits = (value: number) => value.toString(16).toUpperCase().padStart(4, '0')
const swapped = (sum: number) => ((sum & 0xff) << 8) | (sum >>> 8)

/** What came is no packet of the protocol. */
export function diagnosePacket({ packet, got, why }: Fault): Finding {
  const { flags = 0, sum = 0 } = readPacket(got) ?? {}
  const shown = `${hex(got, 8)} (${got.length} bytes)`
  const wrong = (text: string, expected: string) =>
    finding('wrong-packet', `Packet ${packet} ${text}`, expected, shown)
  switch (why) {
    case 'short':
      return wrong(
        `is ${got.length === 0 ? 'empty' : quote(got, 20)}: it has not even a header. Seq, flags and checksum take four bytes.`,
        'a header of four bytes',
      )
    case 'long':
      return wrong(
        `carries ${got.length - headerBytes} bytes: cut the file into blocks of at most ${mostPayloadBytes}.`,
        'at most 1004 bytes',
      )
    case 'flags':
      return wrong(
        `has the flags 0x${fourDigits(flags).slice(2)}: they are the second byte, 0 or, in the last packet, 1.`,
        'flags 0 or 1',
      )
    case 'empty':
      return wrong(
        'carries nothing and is not the last one: only the packet with FIN may be empty.',
        'a payload, or FIN',
      )
    default: {
      const right = rightSum(got)
      const text = `Packet ${packet} (${got.length} bytes, ${hex(got, 8)}) has the checksum 0x${fourDigits(sum)}, and over these bytes it is 0x${fourDigits(right)}.${meaning(sum, right, got.length)}`
      return finding('wrong-checksum', text, `0x${fourDigits(right)}`, `0x${fourDigits(sum)}`)
    }
  }
}

function meaning(sum: number, right: number, length: number): string {
  if (sum === 0) return ' Fill it in.'
  if (sum === swapped(right)) return ' The two bytes are the wrong way round: big-endian, the high one first.'
  if (sum === (~right & 0xffff)) return ' The sum has to be inverted in the end.'
  return length % 2 === 1 ? ' Its length is odd: a zero byte is added for the sum.' : ''
}
