import type { Bytes } from './expectation.ts'

/** A datagram that reached a receiver, in order; packets are counted from 1, a stranger's has the number it pretends to. */
export type Arrival = {
  readonly packet: number
  readonly seq: number
  readonly fin: boolean
  readonly how: 'whole' | 'again' | 'late' | 'damaged' | 'stray'
  readonly payload: Bytes
  /** The field in which a bit was flipped. */
  readonly damaged?: 'seq' | 'checksum' | 'payload'
}

/** In which way a receiver failed the reference sender. */
export type ReceiverFault =
  /** This one was not acknowledged; `gone`: nobody holds the port any more. */
  | { readonly of: 'silence'; readonly arrival: Arrival; readonly gone: boolean }
  /** A damaged packet was acknowledged as if it were whole, and this file came of it. */
  | {
      readonly of: 'believed'
      readonly arrival: Arrival
      readonly answer: Bytes
      readonly want: readonly Bytes[]
      readonly got: Bytes | null
    }
  /** This answer is no right acknowledgement of that packet. */
  | { readonly of: 'form'; readonly arrival: Arrival; readonly answer: Bytes }
  /** The file is not what was sent; null when there is none. */
  | { readonly of: 'file'; readonly want: readonly Bytes[]; readonly got: Bytes | null }
  /** The last packet came again, so long after it had come before, and nobody was there. */
  | { readonly of: 'left'; readonly afterMs: number; readonly times: number }
  /** The program did not end, or not with 0. */
  | { readonly of: 'exit'; readonly why: 'silence' | 'code' }

export type RdtExpectation =
  /** A reference sender wants its packets acknowledged and its file written. */
  {
    readonly kind: 'delivery'
    readonly by: string
    readonly fault: ReceiverFault
    readonly arrived: readonly Arrival[]
    /** What the network did, and the seed it was drawn from; nothing when it did nothing. */
    readonly network: string
  }
