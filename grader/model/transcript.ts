/** What happened on the wire and around the program, in order, on one clock. */
export const eventNames = [
  'start', // the program was started
  'connect', // a reference client's connection was accepted by the program's machine
  'refused', // nobody listened at that moment
  'accept', // the reference server accepted the program's connection
  'send',
  'receive',
  'finish', // half-close: our FIN
  'end', // the peer's FIN
  'reset', // the peer's RST
  'abort', // our RST: a client that left without closing
  'error',
  'stdin',
  'stdin-closed',
  'stdout',
  'stop-reading', // a reference client takes nothing for a while
  'read-on',
  'pause', // the program was held so that clients queue up
  'resume',
  'restart', // the program was killed, to be started again on the same port
  'deadline', // the expectation broke here; what follows was done to find out why
  'call', // the program's own socket call, from its trace
  'exit',
] as const

export type EventName = (typeof eventNames)[number]

export type TranscriptEvent = {
  readonly atMs: number
  readonly actor: string
  readonly event: EventName
  readonly peer?: string
  readonly bytes?: Uint8Array
  /** How many more bytes belong to this event than were kept. */
  readonly cutBytes?: number
  readonly call?: string
  readonly result?: string
  readonly error?: string
}

export type Transcript = readonly TranscriptEvent[]

/** One line of the program's own trace (`DOORWAY_TRACE_FD`); everything but the call is optional. */
export type TraceLine = {
  readonly t: number
  readonly call: string
  readonly socket?: number | undefined
  readonly address?: readonly [string, number] | undefined
  readonly bytes?: number | undefined
  readonly result?: string | undefined
  readonly error?: string | undefined
  readonly waits?: boolean | undefined
}
