import type { Arrival } from '../../model/expectation-rdt.ts'

/** `packet 3 (seq 0)`, `packet 8 (seq 1, FIN)` */
export const named = ({ packet, seq, fin }: Pick<Arrival, 'packet' | 'seq' | 'fin'>): string =>
  `packet ${packet} (seq ${seq}${fin ? ', FIN' : ''})`

/** What the network did, as a sentence behind others. */
export const ofNetwork = (network: string): string => (network === '' ? '' : ` In this run: ${network}.`)

export const times = (n: number): string => ['once', 'twice', 'three times'][n - 1] ?? `${n} times`
