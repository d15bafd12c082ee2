import { finFlag, packetOf, withFlippedBit } from '../../model/packet.ts'
import type { Bytes } from '../../model/expectation.ts'
import type { Symptom } from '../../model/symptom.ts'

const port = 12000
const hex = (bytes: Bytes) => Buffer.from(bytes).toString('hex')

const hello = hex(packetOf(0, 0, Buffer.from('hello')))
const odd = hex(packetOf(0, 0, Uint8Array.of(0xff, 0xd8, 0x00)))
const fin = hex(packetOf(1, finFlag))
const damaged = hex(withFlippedBit(packetOf(0, 0, Buffer.from('hello')), 34))

const packetsFor: { readonly [symptom in Symptom]?: readonly string[] } = {
  'repeat-not-acknowledged': [hello, hello],
  'wrote-twice': [hello, hello, fin],
  'acknowledged-damaged': [damaged, hello],
  'wrote-damaged': [damaged, hello, fin],
  'decoded-file': [odd, fin],
  'left-too-early': [hello, fin, fin],
}

/** A line that sends packets to a receiver, and prints each answer, or [] when none came within a second. */
export function packetsByHand(symptom: Symptom): string {
  const packets = (packetsFor[symptom] ?? [hello, fin]).map((each) => `'${each}'`).join(', ')
  const steps = [
    'from socket import *',
    'from select import select',
    's = socket(AF_INET, SOCK_DGRAM)',
    `s.connect(('127.0.0.1', ${port}))`,
    `[print(s.send(bytes.fromhex(p)), select([s], [], [], 1)[0] and s.recv(99).hex(' ')) for p in (${packets})]`,
  ]
  return `python3 -c "${steps.join('; ')}"`
}
