type Bytes = Uint8Array
type Silence = 'silence' | 'end' | 'reset'

/** What a relay between a client and a server of ours, the origin, owes to both. `by` misses what `from` sent. */
export type RelayExpectation =
  /** A client wants to be connected to the origin; `before` so many others were. */
  | { readonly kind: 'upstream'; readonly by: string; readonly before: number; readonly why: Silence }
  /** One side wants these bytes of the other's. */
  | {
      readonly kind: 'relayed'
      readonly by: string
      readonly from: string
      readonly want: Bytes
      readonly got: Bytes
      /** They were sent by the one that speaks first, before the other had said anything. */
      readonly first: boolean
      /** They came when this had happened: the other side had spoken. */
      readonly helped: boolean
      /** Whose bytes came instead. */
      readonly of: string | null
      readonly why: Silence | 'different'
    }
  /** One side has finished, and the other wants to hear of it: the end of the stream, and no reset. */
  | { readonly kind: 'passed-end'; readonly by: string; readonly from: string; readonly why: Silence }
  /** The origin is not there: the client wants the end of its connection. */
  | {
      readonly kind: 'unreachable-origin'
      readonly by: string
      readonly got: Bytes
      readonly why: 'silence' | 'different' | 'exit'
    }
  /** Both send much at once, or one much to the other that reads late: all of it is wanted. */
  | {
      readonly kind: 'carried'
      readonly by: string
      readonly from: string
      readonly total: number
      readonly arrived: number
      readonly want: Bytes
      readonly got: Bytes
      readonly why: Silence | 'different' | 'lost' | 'repeated'
    }
  /** While a client reads nothing, a program wants no more memory than its own. */
  | { readonly kind: 'memory'; readonly by: string; readonly grewBytes: number; readonly takenBytes: number }
  /** While nobody says anything, a program wants no processor; `ended` when one side has finished. */
  | {
      readonly kind: 'spin'
      readonly by: string
      readonly usedMs: number
      readonly idleMs: number
      readonly ended: boolean
    }
