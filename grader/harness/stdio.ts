import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { Output } from './output.ts'
import { openStdin, type Stdin } from './stdin.ts'

/** The descriptors a program is born with: 0 to 2, and the call trace on 3. */
export class Stdio {
  readonly stdin: Stdin | null = null
  readonly stdout: Output
  readonly stderr: Output
  readonly trace: Output
  readonly #outputs: Output[] = []

  constructor(folder: string, withStdin: boolean) {
    const output = (name: string) => {
      const made = new Output(folder, name)
      this.#outputs.push(made)
      return made
    }
    try {
      this.stdout = output('stdout')
      this.stderr = output('stderr')
      this.trace = output('trace')
      if (withStdin) this.stdin = openStdin(folder)
    } catch (error) {
      this.close()
      throw error
    }
  }

  get theirs(): NonNullable<SpawnOptions['stdio']> {
    return [this.stdin?.theirs ?? 'ignore', this.stdout.fd, this.stderr.fd, this.trace.fd]
  }

  started(child: ChildProcess): void {
    this.stdin?.started(child)
  }

  /** Output can be read no more. */
  close(): void {
    this.stdin?.release()
    for (const output of this.#outputs) output.close()
  }
}
