import { ackedBy, ackOf, checksum, packetOf, readPacket, rightSum, withFlippedBit } from './packet.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const hex = (all: Uint8Array) => Buffer.from(all).toString('hex')

// Worked out with Python's struct module: ~sum, folded, of the words '>H'. The fourth is the example of RFC 1071.
test.each([
  ['', 0xffff],
  ['0000', 0xffff],
  ['ffff', 0x0000],
  ['0001f203f4f5f6f7', 0x220d],
  ['61', 0x9eff],
  ['6162', 0x9e9d],
  ['616263', 0x3b9d],
  ['ffffffffffffffffff', 0x00ff],
  ['80008001', 0xfffd],
  ['ffff0001', 0xfffe],
])('the checksum of %s', (data, sum) => {
  expect(checksum(bytes(data))).toBe(sum)
})

test('the checksum of every byte there is', () => {
  expect(checksum(Uint8Array.from({ length: 256 }, (_, i) => i))).toBe(0x3fc0)
})

test.each([
  [0, 0x00, '68656c6c6f', '0000bc2d68656c6c6f'],
  [1, 0x01, '', '0101fefe'],
  [0, 0x01, '', '0001fffe'],
  [1, 0x00, '0001020304', '0100f8fb0001020304'],
  [0, 0x80, '', '0080ff7f'],
  [1, 0x80, '', '0180fe7f'],
  [0, 0x00, 'ffffffffffff', '00000000ffffffffffff'],
])('a packet with seq %i, flags %i and payload %s', (seq, flags, payload, whole) => {
  expect(hex(packetOf(seq, flags, bytes(payload)))).toBe(whole)
  const read = readPacket(bytes(whole))
  expect(read).toMatchObject({ seq, flags, intact: true })
  expect(hex(read?.payload ?? bytes('00'))).toBe(payload)
  expect(rightSum(bytes(whole))).toBe(read?.sum)
})

test('every flipped bit is noticed', () => {
  const whole = packetOf(1, 0, bytes('00ff10'))
  for (let bit = 0; bit < 8 * whole.length; bit++)
    expect(readPacket(withFlippedBit(whole, bit))?.intact).toBe(false)
})

test('only a whole acknowledgement acknowledges', () => {
  expect(ackedBy(ackOf(1))).toBe(1)
  expect(ackedBy(bytes('0080ff7f'))).toBe(0)
  for (const no of ['', '00', '0080ff', '00807fff', '0080ff7f00', '0000ffff', '0080ff7e'])
    expect(ackedBy(bytes(no))).toBeNull()
})
