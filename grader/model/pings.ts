type Bytes = Uint8Array

/** One ping as the scripted server saw it. All times in ms, on the transcript's clock. */
export type Ping = {
  readonly seq: number
  readonly atMs: number
  /** It cannot have arrived before: the server reads late when its own process waits for a processor. */
  readonly sinceMs: number
  /** When it was really answered, as often as it was; a lost one never. */
  readonly repliedMs: readonly number[]
}

/** What is printed of one ping; without a time it is a timeout. */
export type PingResult = { readonly seq: number; readonly rttMs: number | null }

export type PingSummary = { readonly sent: number; readonly received: number; readonly lostPercent: number }

/** In which way a pinger and the scripted server disagree. */
export type PingFault =
  /** A datagram that is no `Ping <seq> <time>`. */
  | { readonly of: 'format'; readonly got: Bytes }
  | { readonly of: 'sequence'; readonly want: number; readonly got: number }
  /** Too few or too many; `lost` when the last one was not answered. */
  | {
      readonly of: 'count'
      readonly sent: number
      readonly count: number
      readonly lost: boolean
      readonly why: 'silence' | 'exit' | 'more'
    }
  /** It came before the one before it was answered, with so many in `withinMs`. */
  | { readonly of: 'turn'; readonly seq: number; readonly together: number; readonly withinMs: number }
  /** It has no result, or several. */
  | { readonly of: 'line'; readonly seq: number; readonly printed: readonly PingResult[] }
  /** A reply that was printed as a timeout, or the other way round. */
  | {
      readonly of: 'result'
      readonly printed: PingResult
      readonly heldMs: number | null
      readonly reply: Bytes | null
    }
  /** The reply to another ping, which came `afterMs` after this one was sent, was taken for its own. */
  | {
      readonly of: 'other-reply'
      readonly printed: PingResult
      readonly other: number
      readonly afterMs: number
    }
  | { readonly of: 'rtt'; readonly printed: PingResult; readonly heldMs: number }
  | { readonly of: 'growth'; readonly rttsMs: readonly number[]; readonly heldMs: number }
  /** The next ping came so long after one that was lost. */
  | { readonly of: 'wait'; readonly seq: number; readonly waitedMs: number; readonly strays: boolean }
  | { readonly of: 'counted'; readonly received: number; readonly sent: number }
  | { readonly of: 'summary'; readonly want: PingSummary; readonly got: PingSummary | null }

/** The number of a datagram `Ping <seq> <time>`; null when it is none. */
export function pingSeq(bytes: Bytes): number | null {
  const text = new TextDecoder('latin1').decode(bytes)
  const seq = /^ping\s+(\d+)\s+\S/i.exec(text)?.[1]
  return seq === undefined ? null : Number(seq)
}

const number = String.raw`[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?`

/** Every result in a program's output, wherever it stands. */
export function pingResults(printed: string): PingResult[] {
  const result = new RegExp(String.raw`\bseq=(\d+)\s+(?:rtt=(${number})\s*ms|timeout\b)`, 'gi')
  return [...printed.matchAll(result)].map(([, seq, rtt]) => ({
    seq: Number(seq),
    rttMs: rtt === undefined ? null : Number(rtt),
  }))
}

/** The last summary in a program's output. */
export function pingSummary(printed: string): PingSummary | null {
  const summary = new RegExp(String.raw`\bsent=(\d+)[\s,]+received=(\d+)[\s,]+lost=(${number})\s*%`, 'gi')
  const [, sent, received, lost] = [...printed.matchAll(summary)].at(-1) ?? []
  return sent === undefined
    ? null
    : { sent: Number(sent), received: Number(received), lostPercent: Number(lost) }
}
