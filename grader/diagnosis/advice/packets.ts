import { ackOf, finFlag, packetOf, withFlippedBit } from '../../model/packet.ts'
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

const acks = `('${hex(ackOf(0))}', '${hex(ackOf(1))}')`
/** What goes back to the n-th packet `p`, from 1. */
const answers: { readonly [symptom in Symptom]?: string } = {
  'gave-up-early': 'None',
  'never-gave-up': 'None',
  'believed-wrong-ack': `a[p[0] & 1 if n % 2 else 1 - p[0] & 1]`,
  'resent-on-wrong-ack': `a[p[0] & 1 if n % 2 else 1 - p[0] & 1]`,
  'never-repeated': 'n % 3 and a[p[0] & 1]',
  'skipped-a-packet': 'n % 3 and a[p[0] & 1]',
  'changed-on-repeat': 'n % 3 and a[p[0] & 1]',
  'repeated-too-soon': 'n % 3 and a[p[0] & 1]',
  'repeated-too-late': 'n % 3 and a[p[0] & 1]',
}

/** A receiver for a second terminal: it prints the headers that come, and what it sends back, if anything. */
export function receiverByHand(symptom: Symptom): string {
  const answer = answers[symptom] ?? 'a[p[0] & 1]'
  const steps = [
    'from socket import *',
    'from itertools import count',
    's = socket(AF_INET, SOCK_DGRAM)',
    `s.bind(('127.0.0.1', ${port}))`,
    `a = ${acks}`,
    `[print(p[:4].hex(' '), len(p), r, r and s.sendto(bytes.fromhex(r), w)) for n in count(1) for p, w in [s.recvfrom(2048)] for r in [${answer}]]`,
  ]
  return `python3 -c "${steps.join('; ')}"`
}
