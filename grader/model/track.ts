import type { ProgramError } from './program.ts'
import type { Ready } from './target.ts'

/** Found, or one sentence on what is missing and how to get it. */
export type Runtime = { readonly file: string } | { readonly missing: string }

/** A language: how its programs are found, prepared, started and understood when they fail. */
export type Track = {
  readonly name: string
  /** Of an exercise, where its entry lies. */
  readonly folder: string
  /** What the file of an entry is called here: not every name is one in every language. */
  fileName(entry: string): string
  find(): Promise<Runtime>
  /**
   * Makes `entry` ready to be started as often as needed; `scratch` is a folder for what that produces. Of an exercise
   * whose answer is a module, `module` is the entry's name: a runner of the track loads it and calls its function.
   */
  prepare(entry: string, runtime: string, scratch: string, module?: string): Promise<Ready>
  /** The error a program printed, with the student's own line; null when it printed none. */
  readError(stderr: string, entry: string): ProgramError | null
}
