import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ProgramError, ProgramFacts } from '../model/program.ts'
import type { Assignment, Target } from '../model/target.ts'
import { removeHome } from '../harness/home.ts'
import { Program } from '../harness/program.ts'
import type { Recorder } from '../harness/recorder.ts'
import { processGroup } from '../harness/sandbox.ts'
import { trackNamed } from '../tracks/index.ts'

let homes = 0

/** How a program is started beside its arguments. */
export type StartOptions = {
  readonly stdin?: boolean
  readonly slowReader?: boolean | undefined
  /** What a student would type after its name, where that is not its arguments. */
  readonly typed?: readonly string[]
}

/** The programs that one check started, and the files it gave them. */
export class Programs {
  readonly #recorder: Recorder
  readonly #target: Target
  readonly #assignment: Assignment
  readonly #started: Program[] = []
  readonly #folders: string[] = []
  #typed = ''
  #blamed: Program | null = null

  constructor(recorder: Recorder, target: Target, assignment: Assignment) {
    this.#recorder = recorder
    this.#target = target
    this.#assignment = assignment
  }

  start(
    args: readonly string[],
    { stdin = false, slowReader = false, typed = args }: StartOptions = {},
  ): Program {
    const { ready } = this.#target
    if (!('command' in ready)) throw new Error('the program was not prepared')
    this.#typed = [ready.typed, ...typed].join(' ')
    const { command } = ready
    const home = this.#place()
    const program = new Program(this.#recorder, {
      command,
      args,
      stdin,
      home,
      sandbox: processGroup,
      slowReader,
    })
    this.#started.push(program)
    return program
  }

  /** A folder of this check with these files in it, by path; removed when the check is over. */
  folder(files: { readonly [path: string]: string | Uint8Array }): string {
    const folder = this.#place()
    this.#folders.push(folder)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
    return folder
  }

  #place(): string {
    return join(this.#assignment.scratch, `${this.#target.slug}-${process.pid}-${++homes}`)
  }

  /** Names the program that is to be reported. */
  blame(program: Program | null): void {
    this.#blamed = program
  }

  /** The program that is reported: the one to blame, else the first not restarted, unless another one failed. */
  get main(): Program | null {
    if (this.#blamed !== null) return this.#blamed
    const own = this.#started.filter(({ killed }) => !killed)
    const failed = own.find(({ exit }) => exit !== null && exit.code !== 0)
    return failed ?? own[0] ?? null
  }

  /** Of a module, the name of its function. */
  get exports(): string {
    const { ready } = this.#target
    return 'exports' in ready ? (ready.exports ?? '') : ''
  }

  readError(stderr: string): ProgramError | null {
    return trackNamed(this.#target.track)?.readError(stderr, this.#target.entry) ?? null
  }

  /** What is known of the main program; `hangUp` ends our own connections, and what it causes is not looked at. */
  async end(look: boolean, hangUp: () => void): Promise<ProgramFacts | null> {
    const main = this.main
    const sockets = look ? (main?.sockets() ?? null) : null
    const busy = main?.busy() ?? null
    const exit = main?.exit ?? null
    // Read before our resets: what they make a program print is no doing of its own.
    const facts = main === null ? null : this.#facts(main)
    hangUp()
    await Promise.all(this.#started.filter(({ killed }) => !killed).map((program) => program.kill()))
    for (const program of this.#started) program.dispose()
    for (const folder of this.#folders) removeHome(folder)
    return facts === null ? null : { ...facts, sockets, busy, exit }
  }

  #facts(program: Program) {
    const stderr = program.stderrTail(16 * 1024)
    return {
      command: this.#typed,
      error: this.readError(stderr),
      stdout: program.stdoutTail(4096),
      stderr,
      calls: program.calls(),
      flooded: program.flooded,
    }
  }
}
