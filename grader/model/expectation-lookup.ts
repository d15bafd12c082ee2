import type { QueryFault } from './dns-query.ts'

type Bytes = Uint8Array

/** A reply with another ID than the query's, which came first. */
export type Forgery = { readonly asked: number; readonly id: number; readonly address: string }

/** How an answer is written. */
export type AnswerForm = 'in full' | 'pointers' | 'alias' | 'several'

/** What is wrong with how a program looks up a name. */
export type LookUpFault =
  | { readonly of: 'query'; readonly fault: QueryFault; readonly got: Bytes }
  /** These addresses were to be printed; lines that hold an address and nothing else were `got`. */
  | {
      readonly of: 'addresses'
      readonly form: AnswerForm
      readonly want: readonly string[]
      readonly got: readonly string[]
      /** Printed, but not on a line of its own. */
      readonly sharing: boolean
      /** The name that the first record holds, where that is a CNAME. */
      readonly alias: string | null
      readonly forgery: Forgery | null
      readonly why: 'silence' | 'exit'
    }
  /** The first queries of several runs had this ID. */
  | { readonly of: 'same-id'; readonly id: number; readonly runs: number }
  /** The right address was printed, and then it did not end, or not with 0. */
  | { readonly of: 'exit'; readonly why: 'silence' | 'code' }
  /** It was told that there is no address, and did not say so with its exit code. */
  | {
      readonly of: 'nothing'
      readonly answer: 'NXDOMAIN' | 'SERVFAIL' | 'no address'
      readonly why: 'silence' | 'code'
    }
  /** The first query was dropped; the next one came so soon, or none came. */
  | { readonly of: 'retry'; readonly afterMs: number | null; readonly why: 'early' | 'silence' | 'exit' }
  /** Every query was dropped, and it did not give up as it should. */
  | { readonly of: 'give-up'; readonly queries: number; readonly why: 'silence' | 'once' | 'code' }

export type LookUpExpectation = { readonly kind: 'dns'; readonly name: string; readonly fault: LookUpFault }
