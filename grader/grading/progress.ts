import type { Assignment } from '../model/target.ts'

export type CheckDone = { readonly assignment: Assignment; readonly file: string; readonly check: string }
type Listener = { check(done: CheckDone): void; file(assignment: Assignment, file: string): void }

// Jest loads the reporter below by its path; this is how it finds the run that it belongs to.
const key = Symbol.for('doorway.progress')
const shared = globalThis as { [key]?: Listener }

export const listen = (listener: Listener): void => void (shared[key] = listener)

type JestTest = { readonly path: string; readonly context: { readonly config: { readonly globals: object } } }

const assignmentOf = ({ context }: JestTest) => (context.config.globals as { doorway: Assignment }).doorway

/** A Jest reporter that prints nothing and passes on what finished. */
export default class Progress {
  onTestCaseResult(test: JestTest, { title }: { readonly title: string }): void {
    shared[key]?.check({ assignment: assignmentOf(test), file: test.path, check: title })
  }

  onTestFileResult(test: JestTest): void {
    shared[key]?.file(assignmentOf(test), test.path)
  }
}
