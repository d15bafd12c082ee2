import type { TraceLine } from './transcript.ts'

/** How to start something: a file and its arguments, never a shell line. */
export type Command = {
  readonly file: string
  readonly args: readonly string[]
  /** Added to the clean environment. */
  readonly env?: Readonly<Record<string, string>>
}

export type Exit = { readonly code: number | null; readonly signal: string | null }

/** An error the program printed, taken apart: what, in which call, at which of the student's own lines. */
export type ProgramError = {
  readonly type: string
  readonly message: string
  /** errno name, such as `ENOTCONN`. */
  readonly code: string | null
  /** The socket call that failed, such as `recv`. */
  readonly call: string | null
  /** Where in the student's files, such as `server.py:14`. */
  readonly place: string | null
  /** The student's source line there. */
  readonly source: string | null
}

export type OpenSocket = {
  readonly transport: 'tcp' | 'udp'
  readonly family: 'IPv4' | 'IPv6'
  readonly address: string
  readonly port: number
  readonly state: 'listening' | 'bound' | 'connected'
}

/** A program as found when its check ended. */
export type ProgramFacts = {
  /** As a student would type it. */
  readonly command: string
  /** How it ended by itself; null when it was still running. */
  readonly exit: Exit | null
  readonly error: ProgramError | null
  /** Its sockets, where this machine can tell. */
  readonly sockets: readonly OpenSocket[] | null
  readonly stdout: string
  readonly stderr: string
  readonly calls: readonly TraceLine[]
  /** Processor time used as a share of the time it ran, 0 to 1 for one core; null where it cannot be told. */
  readonly busy: number | null
  /** It printed so much that it was stopped. */
  readonly flooded: boolean
}
