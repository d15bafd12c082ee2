import type { ResponseFault, WantedResponse } from './http-judge.ts'
import type { RequestFault } from './http-request.ts'

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
  /** The origin behind a proxy wants the client's request; `answer` is what the client got in the meantime. */
  | {
      readonly kind: 'forward'
      readonly by: string
      readonly asked: string
      readonly path: string
      /** Where the origin listens. */
      readonly at: number
      readonly called: boolean
      readonly got: Uint8Array
      readonly fault: RequestFault
      readonly answer: Uint8Array
      readonly why: Silence
    }
  /** A client of a proxy got its response only when the origin had closed; this was the proxy's request. */
  | { readonly kind: 'origin-end'; readonly by: string; readonly got: Uint8Array }
  /** A client of a proxy was served only when another one's origin had answered. */
  | { readonly kind: 'behind'; readonly by: string; readonly slow: string }
