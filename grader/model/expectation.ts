import type { ExploredExpectation } from './expectation-explored.ts'
import type { LookUpExpectation } from './expectation-lookup.ts'
import type { MailExpectation } from './expectation-mail.ts'
import type { AfterLinesExpectation } from './expectation-lines.ts'
import type { ModuleExpectation } from './expectation-module.ts'
import type { HttpExpectation } from './expectation-http.ts'
import type { RelayExpectation } from './expectation-relay.ts'
import type { RoomExpectation } from './expectation-room.ts'
import type { Misfortune } from './failure.ts'
import type { RequestFault } from './http-request.ts'
import type { RdtExpectation } from './expectation-rdt.ts'
import type { PingFault } from './pings.ts'

/** What a check was waiting for when it failed, with what it got instead. */
export type Bytes = Uint8Array

type Silence = 'silence' | 'end' | 'reset' | 'refused' | 'exit'

/** Clients who all did the same, such as `left without a word`, and how many descriptors stayed open for them. */
export type Crowd = { readonly did: string; readonly clients: number; readonly left: number }

type Answer = { readonly bytes: Bytes; readonly from: string }

export type Expectation =
  | RdtExpectation
  | ModuleExpectation
  | HttpExpectation
  | RelayExpectation
  | RoomExpectation
  /** A client wants to reach the server; `first` when nobody reached it before. */
  | { readonly kind: 'connect'; readonly by: string; readonly first: boolean; readonly why: Silence }
  /** A client wants these bytes next; `different` when what came cannot be them. */
  | {
      readonly kind: 'stream'
      readonly by: string
      readonly want: Bytes
      readonly got: Bytes
      readonly why: Silence | 'different'
    }
  /**
   * A client wants one of these lines for each line it sent, after the `before` that it has got already; `too early`
   * when something came before the first line was complete.
   */
  | {
      readonly kind: 'line-replies'
      readonly by: string
      readonly before: number
      readonly want: readonly (readonly Bytes[])[]
      readonly got: Bytes
      readonly why: Silence | 'different' | 'too early'
    }
  /** A client wants the end of the stream. */
  | { readonly kind: 'end'; readonly by: string; readonly why: Silence }
  /** After its reply a client wants nothing more. */
  | { readonly kind: 'nothing-more'; readonly by: string; readonly want: Bytes; readonly got: Bytes }
  /** A client wants a frame with this payload next, in upper case; `got` is all that came, header and payload. */
  | {
      readonly kind: 'frame'
      readonly by: string
      readonly want: string
      readonly got: Bytes
      readonly why: Silence | 'different'
    }
  /** A client wants the connection to be closed without a reply: its frame is too long, or has been cut off. */
  | {
      readonly kind: 'hang-up'
      readonly by: string
      readonly got: Bytes
      readonly why: Silence | 'different'
    }
  /** A client that has not finished wants no reply yet. */
  | { readonly kind: 'nothing-yet'; readonly by: string; readonly got: Bytes }
  /** When these clients have gone, the program wants to hold no more descriptors than before they came. */
  | {
      readonly kind: 'descriptors'
      readonly before: number
      readonly crowds: readonly Crowd[]
    }
  /** A client wants its answer while another one is connected and silent; it came when that one had left. */
  | { readonly kind: 'beside'; readonly by: string; readonly idle: string; readonly want: Bytes }
  /** Clients talk at the same time, and each wants back what it sent. */
  | {
      readonly kind: 'together'
      readonly by: string
      /** Whose bytes came instead. */
      readonly of: string | null
      /** It had been answered before. */
      readonly before: boolean
      /** So many others got theirs this time. */
      readonly others: number
      readonly want: Bytes
      readonly got: Bytes
      /** `newline` and `finish` are what the answer waited for. */
      readonly why: Silence | 'different' | 'newline' | 'finish'
    }
  /** A client wants everything back that it sent, which is more than is kept of it. */
  | {
      readonly kind: 'bulk'
      readonly by: string
      readonly total: number
      /** Bytes that the program's side took, and those that came back as they were sent. */
      readonly taken: number
      readonly arrived: number
      /** The bytes that come next, and what came in their place. */
      readonly want: Bytes
      readonly got: Bytes
      /** `lost` when what came belongs further on, `repeated` when it had come before. */
      readonly why: Silence | 'different' | 'lost' | 'repeated'
    }
  /** A client wants exactly these datagrams, in any order. */
  | {
      readonly kind: 'datagrams'
      readonly by: string
      readonly want: readonly Bytes[]
      readonly got: readonly Answer[]
    }
  /** A client wants its answers from the port it wrote to. */
  | { readonly kind: 'same-port'; readonly by: string; readonly from: string }
  /** A client of a key-value server asked for a key and wants this reply; null came when none did. */
  | {
      readonly kind: 'lookup'
      readonly by: string
      readonly key: Bytes
      readonly want: Bytes
      readonly got: Bytes | null
    }
  /** These datagrams answer no question of a client of a key-value server. */
  | { readonly kind: 'unasked'; readonly by: string; readonly got: readonly Bytes[] }
  /** The reference server wants to be called. */
  | { readonly kind: 'call'; readonly why: Silence | 'different' }
  /** The reference server wants the line that was typed. */
  | {
      readonly kind: 'line'
      readonly want: string
      readonly got: readonly Bytes[]
      readonly why: Silence | 'different' | 'split' | 'resent'
    }
  /** The reply must appear on standard output. */
  | { readonly kind: 'print'; readonly want: string; readonly line: string; readonly why: Silence }
  /** The client must close its connection. */
  | { readonly kind: 'close'; readonly why: Silence }
  | { readonly kind: 'exit'; readonly why: 'silence' | 'code' }
  /** The client must tell a failure by its exit code, in time and in order: no reply can come. */
  | {
      readonly kind: 'failure'
      readonly of: Misfortune
      readonly why: 'silence' | 'early' | 'code' | 'trace' | 'stdout' | 'stderr'
      /** Standard error holds a stack trace. */
      readonly traced: boolean
      /** TIMEOUT_MS, and how long the client took of it. */
      readonly timeoutMs: number | null
      readonly tookMs: number
    }
  | { readonly kind: 'one-call'; readonly connections: number; readonly datagrams: number }
  /** A web server wants a GET request for this path. */
  | {
      readonly kind: 'request'
      readonly path: string
      readonly got: Bytes
      readonly fault: RequestFault
      readonly why: Silence
    }
  /** A web server wants to be asked to close the connection; this was the request. */
  | { readonly kind: 'ask-to-close'; readonly got: Bytes }
  /** What was sent in these pieces must come out of standard output; nothing else may when `exactly`. */
  | {
      readonly kind: 'output'
      readonly pieces: readonly Bytes[]
      readonly got: Bytes
      readonly exactly: boolean
      readonly why: 'silence' | 'exit'
    }
  /** A client that cannot reach its server must say so with its exit code. */
  | { readonly kind: 'give-up'; readonly why: 'silence' | 'code' }
  /** Two clients at once must each have a port of their own, and not the server's. */
  | { readonly kind: 'own-port'; readonly ports: readonly number[] }
  /** A pinger's datagrams and printed results must agree with the script of its server. */
  | { readonly kind: 'pings'; readonly fault: PingFault }
  | ExploredExpectation
  | MailExpectation
  | AfterLinesExpectation
  | LookUpExpectation
