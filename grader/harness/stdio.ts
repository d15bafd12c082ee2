import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { Output } from './output.ts'
import { SlowPipe } from './slow-pipe.ts'
import { openStdin, type Stdin } from './stdin.ts'

/** The descriptors a program is born with: 0 to 2, and the call trace on 3. */
export class Stdio {
  readonly stdin: Stdin | null = null
  readonly stdout: Output | SlowPipe
  readonly stderr: Output
  readonly trace: Output
  readonly #pipe: SlowPipe | null = null
  readonly #outputs: (Output | SlowPipe)[] = []

  /** With `slowReader`, standard output is a pipe that is read slowly, where this machine has pipes with a name. */
  constructor(folder: string, withStdin: boolean, slowReader = false) {
    const keep = <Kind extends Output | SlowPipe>(made: Kind): Kind => {
      this.#outputs.push(made)
      return made
    }
    const output = (name: string) => keep(new Output(folder, name))
    try {
      if (slowReader && process.platform !== 'win32') this.#pipe = keep(new SlowPipe(folder, 'stdout'))
      this.stdout = this.#pipe ?? output('stdout')
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
    this.#pipe?.started()
  }

  /** Lets a slow reader go on; all that is left, once the program has `ended`. */
  look(ended: boolean): void {
    if (ended) this.#pipe?.drain()
    else this.#pipe?.sip()
  }

  /** Output can be read no more. */
  close(): void {
    this.stdin?.release()
    for (const output of this.#outputs) output.close()
  }
}
