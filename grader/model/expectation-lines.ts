import type { Bytes } from './expectation.ts'

/** When its lines have their replies a client wants the end; `half` a line, sent last, may have a reply, too. */
export type AfterLinesExpectation = {
  readonly kind: 'after-lines'
  readonly by: string
  readonly half: Bytes
  /** What came instead. */
  readonly got: Bytes
}
