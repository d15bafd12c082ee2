import type { Expectation } from './expectation.ts'

/** In a conversation made by chance something else was wanted, which this is about. */
export type ExploredExpectation = {
  readonly kind: 'explored'
  readonly inner: Exclude<Expectation, { kind: 'explored' }>
  /** How many conversations it takes: 1 when the shown one fails alone. */
  readonly talks: number
  /** With these fast-check makes the same conversation again. */
  readonly seed: number
  readonly path: string
}
