import type { ProgramError } from './program.ts'
import type { Ready } from './target.ts'

/** Found, or one sentence on what is missing and how to get it. */
export type Runtime = { readonly file: string } | { readonly missing: string }

/** A language: how its programs are found, prepared, started and understood when they fail. */
export type Track = {
  readonly name: string
  /** Of an exercise, where its entry lies. */
  readonly folder: string
  readonly extension: string
  find(): Promise<Runtime>
  /** Makes `entry` ready to be started as often as needed; `scratch` is a folder for what that produces. */
  prepare(entry: string, runtime: string, scratch: string): Promise<Ready>
  /** The error a program printed, with the student's own line; null when it printed none. */
  readError(stderr: string, entry: string): ProgramError | null
}
