import type { Arrival } from '../../model/expectation-rdt.ts'
import { ackedBy, ackOf, readPacket } from '../../model/packet.ts'
import { hex } from '../evidence/text.ts'

/** `packet 3 (seq 0)`, `packet 8 (seq 1, FIN)` */
export const named = ({ packet, seq, fin }: Pick<Arrival, 'packet' | 'seq' | 'fin'>): string =>
  `packet ${packet} (seq ${seq}${fin ? ', FIN' : ''})`

/** What the network did, as a sentence behind others. */
export const ofNetwork = (network: string): string => (network === '' ? '' : ` In this run: ${network}.`)

export const times = (n: number): string => ['once', 'twice', 'three times'][n - 1] ?? `${n} times`

/** A wrong ACK of a packet, in words. */
export function whichAck(packet: number, answer: Uint8Array): string {
  const seq = (packet - 1) % 2
  return ackedBy(answer) === null
    ? `a damaged ACK (${hex(answer)}; whole it is ${hex(ackOf(seq))})`
    : `an ACK ${readPacket(answer)?.seq} (${hex(answer)})`
}
