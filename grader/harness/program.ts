import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command, Exit, OpenSocket } from '../model/program.ts'
import type { TraceLine } from '../model/transcript.ts'
import { Family, signal } from './family.ts'
import { makeHome, removeHome } from './home.ts'
import { keep, release } from './keeper.ts'
import { launch } from './launch.ts'
import { openSockets } from './open-sockets.ts'
import { floodBytes } from './output.ts'
import { isStopped, processorTimeMs } from './processes.ts'
import type { Recorder } from './recorder.ts'
import type { Sandbox } from './sandbox.ts'
import { Stdio } from './stdio.ts'
import { parseTrace } from './trace.ts'

export type ProgramOptions = {
  readonly command: Command
  readonly args: readonly string[]
  /** Keep a writable standard input; without it the program reads end-of-file. */
  readonly stdin: boolean
  /** Folder of its own: working directory, home and temporary files. */
  readonly home: string
  readonly sandbox: Sandbox
  /** Its standard output is a pipe that is read slowly, and not a file. */
  readonly slowReader?: boolean
}

const pollMs = 10
/** As many bytes as a log may take of each that was sent: several lines with the bytes escaped. */
const printedCopies = 8
const stopMs = 1000
/** A process that a SIGKILL does not end hangs in the kernel, and nobody can end it. */
const dyingMs = 5000
let counter = 0

/** A running student process: its own group, a clean environment, output in files, SIGKILL at the end. */
export class Program {
  exit: Exit | null = null
  flooded = false
  /** Set once the grader has begun to kill it: what it does from then on is not its own doing. */
  killed = false
  readonly recorder: Recorder
  readonly #child: ChildProcess & { readonly pid: number }
  readonly #family: Family
  readonly #gone: Promise<void>
  readonly #stdio: Stdio
  readonly home: string
  readonly #startedMs = performance.now()
  readonly #watch: NodeJS.Timeout
  #seenStdout = 0
  #mayPrint = floodBytes

  /** Throws EnvironmentError when this machine cannot start it. */
  constructor(recorder: Recorder, options: ProgramOptions) {
    const { args, home, sandbox } = options
    const command = { ...options.command, args: [...options.command.args, ...args] }
    const id = String(++counter)
    this.recorder = recorder
    this.home = home
    makeHome(home)
    this.#stdio = new Stdio(home, options.stdin, options.slowReader)
    try {
      this.#child = launch({ command, sandbox, home, id, stdio: this.#stdio.theirs })
    } catch (error) {
      this.dispose()
      throw error
    }
    keep(this.pid)
    this.#stdio.started(this.#child)
    this.#family = new Family(this.pid, id)
    recorder.record('program', 'start', { call: [command.file, ...command.args].join(' ') })
    this.#gone = new Promise((resolve) => {
      this.#child.once('exit', (code, by) => {
        if (!this.killed) this.#look(true)
        this.exit = { code, signal: by }
        if (!this.killed) recorder.record('program', 'exit', { result: by ?? String(code) })
        resolve()
      })
    })
    this.#watch = setInterval(() => this.#look(), pollMs).unref()
  }

  get pid(): number {
    return this.#child.pid
  }

  /** Writes to its standard input. */
  type(text: string): void {
    this.recorder.record('grader', 'stdin', { bytes: Buffer.from(text) })
    this.#stdio.stdin?.write(text)
  }

  closeStdin(): void {
    if (this.#stdio.stdin?.close()) this.recorder.record('grader', 'stdin-closed')
  }

  /** So much more is sent to it, and whoever looks for an error prints what comes, and what goes out again. */
  isSent(bytes: number): void {
    this.#mayPrint += printedCopies * bytes
  }

  /** Everything printed so far; a flood is stopped before it is more than a few megabytes. */
  printed(): string {
    return this.#stdio.stdout.head(2 * floodBytes)
  }

  /** The same as bytes. */
  printedBytes(): Buffer {
    return this.#stdio.stdout.read(0, 2 * floodBytes)
  }

  stdoutTail = (bytes: number): string => this.#stdio.stdout.tail(bytes)
  stderrTail = (bytes: number): string => this.#stdio.stderr.tail(bytes)
  calls = (): TraceLine[] => parseTrace(this.#stdio.trace.head(256 * 1024))
  sockets = (): OpenSocket[] | null => (this.exit === null ? openSockets(this.pid) : null)

  /** Processor time used as a share of one core since it started. */
  busy(): number | null {
    const usedMs = this.exit === null ? processorTimeMs(this.pid) : null
    return usedMs === null ? null : usedMs / (performance.now() - this.#startedMs)
  }

  /**
   * Holds the whole group, so that what happens meanwhile queues up in the kernel; false where that cannot be done.
   * Resolves when it does stand still: a signal takes effect only once its receiver has a processor.
   */
  async pause(): Promise<boolean> {
    if (!this.#signal('SIGSTOP')) return false
    const giveUpAtMs = performance.now() + stopMs
    while (!isStopped(this.pid) && performance.now() < giveUpAtMs) await sleep(1)
    this.recorder.record('grader', 'pause')
    return true
  }

  resume(): void {
    if (this.#signal('SIGCONT')) this.recorder.record('grader', 'resume')
  }

  /** SIGKILL to the group and to whatever of it moved elsewhere; resolves when all of it is gone. */
  async kill(): Promise<void> {
    this.killed = true
    clearInterval(this.#watch)
    this.#family.remember()
    this.#signal('SIGKILL')
    await Promise.race([this.#gone, sleep(dyingMs, undefined, { ref: false })])
    await this.#family.end()
    release(this.pid)
  }

  /** Gives back its descriptors and its folder. Nothing can be asked of it afterwards. */
  dispose(): void {
    this.#stdio.close()
    removeHome(this.home)
  }

  #signal(name: NodeJS.Signals): boolean {
    return signal(process.platform === 'win32' ? this.pid : -this.pid, name)
  }

  // Output goes to files, and a file tells nobody that it grew.
  #look(ended = false): void {
    this.#stdio.look(ended)
    const { stdout, stderr } = this.#stdio
    const size = stdout.size()
    if (size < this.#seenStdout) this.#seenStdout = 0 // emptied by opening /dev/stdout anew
    if (size > this.#seenStdout) {
      const bytes = stdout.read(this.#seenStdout, 64 * 1024)
      this.#seenStdout = size
      this.recorder.record('program', 'stdout', { bytes })
    }
    if (size + stderr.size() > this.#mayPrint && !this.flooded) {
      this.flooded = true
      this.#signal('SIGKILL')
    }
  }
}
