import type { Command } from '../model/program.ts'

/** What stands between a program and the machine. The seam where stronger isolation is put in. */
export type Sandbox = {
  readonly kind: 'none' | 'process' | 'namespace'
  /** The command that runs `command` inside. */
  wrap(command: Command): Command
}

/** A process group of its own with a clean environment: protects against accidents, not against malice. */
export const processGroup: Sandbox = { kind: 'process', wrap: (command) => command }
