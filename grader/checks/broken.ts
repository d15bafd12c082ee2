import type { Program } from '../harness/program.ts'
import type { Expectation } from '../model/expectation.ts'

/** The student's program broke an expectation: the only error that may cost points. */
export class Broken extends Error {
  readonly expectation: Expectation
  /** The program that broke it, where a check started several. */
  readonly program: Program | null

  constructor(expectation: Expectation, program: Program | null = null) {
    super(`broken expectation: ${expectation.kind}`)
    this.expectation = expectation
    this.program = program
  }
}

/** The environment prevented a verdict: no fault of the program. */
export class Unsettled extends Error {}
