import type { ResponseFault, WantedResponse } from './http-judge.ts'

type Silence = 'silence' | 'end' | 'reset' | 'refused' | 'exit'

/** What is expected of web servers and proxies. */
export type HttpExpectation =
  /** A client of a web server or proxy wants this response to its request; `got` is all that came. */
  | {
      readonly kind: 'response'
      readonly by: string
      /** The first line of its request. */
      readonly asked: string
      readonly want: WantedResponse
      readonly got: Uint8Array
      readonly fault: ResponseFault
      readonly why: Silence | 'different'
    }
  /** Nothing outside its folder may be served: this target got what lies beside it. */
  | { readonly kind: 'secret'; readonly by: string; readonly target: string; readonly got: Uint8Array }
