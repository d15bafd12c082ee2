import { headerFor } from '../../model/frame.ts'
import type { Expectation } from '../../model/expectation.ts'
import type { Case } from '../../model/diagnosis.ts'
import { bytes, caseOf } from './shorthands.ts'

type Why = 'silence' | 'end' | 'reset' | 'different'

export const join = (...parts: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(parts))
export const frame = (payload: string, length = Buffer.byteLength(payload)) =>
  join(headerFor(length), bytes(payload))

export const wants = (want: string, got: Uint8Array, why: Why = 'different'): Expectation => ({
  kind: 'frame',
  by: 'client 1',
  want,
  got,
  why,
})
export const hangUp = (got: Uint8Array = new Uint8Array(), why: Why = 'silence'): Expectation => ({
  kind: 'hang-up',
  by: 'client 1',
  got,
  why,
})

/** A case in which client 1 sent these pieces, then `story` happened. */
export function after(
  sends: readonly Uint8Array[],
  expectation: Expectation,
  story = '',
  program: Partial<Case['program']> = {},
): Case {
  const told = caseOf('tcp server', expectation, `client 1 connect\n${story}`, program)
  const [first, ...rest] = told.transcript
  const said = sends.map((each) => ({ atMs: 0, actor: 'client 1', event: 'send' as const, bytes: each }))
  return { ...told, transcript: [...(first === undefined ? [] : [first]), ...said, ...rest] }
}

export const hello = [frame('hello')]
export const inPieces = [...headerFor(5)].map((byte) => Uint8Array.of(byte))
