import type { Command } from './program.ts'
import type { Answers, Keys, Review } from './question.ts'

/** One entry to be graded: an exercise in one track, ready to be started. */
export type Target = {
  readonly unit: string
  readonly slug: string
  readonly track: string
  /** Absolute path of the entry. */
  readonly entry: string
  readonly ready: Ready
  /** Of an exercise with questions: what is right, where it is known, and what a teacher has signed. */
  readonly key?: Keys
  readonly reviews?: { readonly [check: string]: Review }
}

/** A prepared program, or why there is nothing to start. */
export type Ready =
  /** `exports`: of a module, the name of its function. */
  | { readonly command: Command; readonly typed: string; readonly exports?: string }
  | { readonly answers: Answers }
  | { readonly problem: { readonly message: string; readonly place: string; readonly excerpt: string } }

/** What the command hands to the checks of one Jest project, as `globalThis.doorway`. */
export type Assignment = {
  readonly targets: { readonly [slug: string]: Target }
  /** Folder for evidence, one file per check. */
  readonly evidence: string
  /** Folder the programs may use; removed afterwards. */
  readonly scratch: string
  readonly seed: number
  /** The submission's name: what is drawn for a student is drawn from it. */
  readonly submission: string
  /** First and last port for programs, inclusive. */
  readonly ports: readonly [number, number]
}
