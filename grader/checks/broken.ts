import type { Expectation } from '../model/expectation.ts'

/** The student's program broke an expectation: the only error that may cost points. */
export class Broken extends Error {
  readonly expectation: Expectation

  constructor(expectation: Expectation) {
    super(`broken expectation: ${expectation.kind}`)
    this.expectation = expectation
  }
}

/** The environment prevented a verdict: no fault of the program. */
export class Unsettled extends Error {}
