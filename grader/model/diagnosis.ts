import type { Expectation } from './expectation.ts'
import type { ProgramFacts } from './program.ts'
import type { Symptom } from './symptom.ts'
import type { Transcript } from './transcript.ts'

/** Where a broken expectation is looked at: everything a diagnosis may know. */
export type Case = {
  readonly role: 'server' | 'client' | 'module'
  readonly transport: 'tcp' | 'udp'
  readonly track: string
  readonly host: string
  readonly port: number
  readonly expectation: Expectation
  readonly transcript: Transcript
  readonly program: ProgramFacts
}

export type Diagnosis = {
  readonly symptom: Symptom
  /** What happened and what it means, in whole sentences. */
  readonly message: string
  readonly expected: string
  readonly actual: string
  /** The next thing to try. */
  readonly hint: string
  /** A command to see it by hand; empty when there is none. */
  readonly reproduce: string
}
