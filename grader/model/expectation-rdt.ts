import type { Bytes } from './expectation.ts'
import type { Crossing } from './impairments.ts'

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

/** In which way a sender failed the reference receiver. Packets are counted from 1, as they came. */
export type SenderFault =
  /** This is no packet of the protocol. */
  | {
      readonly of: 'packet'
      readonly packet: number
      readonly got: Bytes
      readonly why: 'short' | 'long' | 'flags' | 'empty' | 'checksum'
    }
  | { readonly of: 'seq'; readonly packet: number; readonly got: number }
  /** It came though the one before had not been acknowledged, which had met this fate and got this answer. */
  | {
      readonly of: 'went-on'
      readonly packet: number
      readonly crossing: Crossing
      readonly answer: Bytes | null
      readonly afterMs: number
    }
  /** A packet that was to be repeated came with the same number and something else in it. */
  | { readonly of: 'changed'; readonly packet: number; readonly was: Bytes; readonly got: Bytes }
  /** It came again and again, though each time it was acknowledged. */
  | { readonly of: 'deaf'; readonly packet: number; readonly times: number; readonly answer: Bytes }
  /** Nothing came any more; `packet` was the last, it came so often, and this was its fate and its answer. */
  | {
      readonly of: 'stopped'
      readonly packet: number
      readonly fin: boolean
      readonly tries: number
      readonly crossing: Crossing
      readonly answer: Bytes | null
      readonly why: 'silence' | 'exit'
    }
  /** All payloads together are not the file. */
  | { readonly of: 'contents'; readonly packets: number; readonly want: Bytes; readonly got: Bytes }
  | { readonly of: 'after-fin'; readonly packet: number }
  /** How long it took until lost packets were repeated. */
  | { readonly of: 'timer'; readonly late: boolean; readonly packet: number; readonly gapMs: number }
  /** A wrong acknowledgement made it repeat a packet. */
  | { readonly of: 'resent'; readonly packet: number; readonly answer: Bytes; readonly afterMs: number }
  /** A packet without any answer was sent so often, and then the program ended or did not. */
  | { readonly of: 'tries'; readonly packet: number; readonly tries: number; readonly ended: boolean }
  | { readonly of: 'exit'; readonly want: number; readonly why: 'silence' | 'code' }

export type RdtExpectation =
  /** A reference sender wants its packets acknowledged and its file written. */
  | {
      readonly kind: 'delivery'
      readonly by: string
      readonly fault: ReceiverFault
      readonly arrived: readonly Arrival[]
      /** What the network did, and the seed it was drawn from; nothing when it did nothing. */
      readonly network: string
    }
  /** A reference receiver wants a file, packet by packet. */
  | { readonly kind: 'transmission'; readonly fault: SenderFault; readonly network: string }
