import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Command, Exit, OpenSocket } from '../model/program.ts'
import type { TraceLine } from '../model/transcript.ts'
import { keep, marker, release } from './keeper.ts'
import { openSockets } from './open-sockets.ts'
import { floodBytes, Output } from './output.ts'
import { killEverywhere, processorTimeMs } from './processes.ts'
import type { Recorder } from './recorder.ts'
import type { Sandbox } from './sandbox.ts'
import { openStdin, type Stdin } from './stdin.ts'
import { parseTrace } from './trace.ts'

export type ProgramOptions = {
  readonly command: Command
  readonly args: readonly string[]
  /** Keep a writable standard input; without it the program reads end-of-file. */
  readonly stdin: boolean
  /** Folder of its own: working directory, home and temporary files. */
  readonly home: string
  readonly sandbox: Sandbox
}

const pollMs = 10
let counter = 0

/** A running student process: its own group, a clean environment, output in files, SIGKILL at the end. */
export class Program {
  exit: Exit | null = null
  flooded = false
  /** Set once the grader has begun to kill it: what it does from then on is not its own doing. */
  killed = false
  readonly recorder: Recorder
  readonly #child: ChildProcess
  readonly #gone: Promise<void>
  readonly #id = String(++counter)
  readonly #stdout: Output
  readonly #stderr: Output
  readonly #trace: Output
  readonly #home: string
  readonly #stdin: Stdin | null
  readonly #startedMs = performance.now()
  readonly #watch: NodeJS.Timeout
  #seenStdout = 0

  constructor(recorder: Recorder, options: ProgramOptions) {
    const { command, args, home, sandbox } = options
    this.recorder = recorder
    this.#home = home
    mkdirSync(home, { recursive: true, mode: 0o700 })
    this.#stdout = new Output(home, 'stdout')
    this.#stderr = new Output(home, 'stderr')
    this.#trace = new Output(home, 'trace')
    this.#stdin = options.stdin ? openStdin(home) : null
    const wrapped = sandbox.wrap({ ...command, args: [...command.args, ...args] })
    this.#child = spawn(wrapped.file, wrapped.args, {
      cwd: home,
      detached: true,
      env: cleanEnvironment(home, this.#id, wrapped.env),
      stdio: [this.#stdin?.theirs ?? 'ignore', this.#stdout.fd, this.#stderr.fd, this.#trace.fd],
      windowsHide: true,
    })
    this.#stdin?.started(this.#child)
    if (this.#child.pid !== undefined) keep(this.#child.pid)
    this.#gone = new Promise((resolve) => {
      const settle = (code: number | null, signal: string | null) => {
        if (!this.killed) this.#look()
        this.exit ??= { code, signal }
        if (!this.killed) recorder.record('program', 'exit', { result: signal ?? String(code) })
        resolve()
      }
      this.#child.on('exit', settle)
      this.#child.on('error', (error) => {
        writeSync(this.#stderr.fd, `${error.message}\n`)
        settle(127, null)
      })
    })
    this.#watch = setInterval(() => this.#look(), pollMs)
    recorder.record('program', 'start', { call: [command.file, ...command.args, ...args].join(' ') })
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** Writes to its standard input. */
  type(text: string): void {
    this.recorder.record('grader', 'stdin', { bytes: Buffer.from(text) })
    this.#stdin?.write(text)
  }

  closeStdin(): void {
    if (this.#stdin?.close()) this.recorder.record('grader', 'stdin-closed')
  }

  /** Everything printed so far, at most the first `most` bytes. */
  printed(most = 1024 * 1024): string {
    return this.#stdout.head(most)
  }

  stdoutTail = (bytes: number): string => this.#stdout.tail(bytes)
  stderrTail = (bytes: number): string => this.#stderr.tail(bytes)
  calls = (): TraceLine[] => parseTrace(this.#trace.head(256 * 1024))
  sockets = (): OpenSocket[] | null => (this.exit === null ? openSockets(this.pid) : null)

  /** Processor time used as a share of one core since it started. */
  busy(): number | null {
    const usedMs = this.exit === null ? processorTimeMs(this.pid) : null
    return usedMs === null ? null : usedMs / (performance.now() - this.#startedMs)
  }

  /** Holds the whole group, so that what happens meanwhile queues up in the kernel; false where that cannot be done. */
  pause(): boolean {
    const held = this.#signal('SIGSTOP')
    if (held) this.recorder.record('grader', 'pause')
    return held
  }

  resume(): void {
    if (this.#signal('SIGCONT')) this.recorder.record('grader', 'resume')
  }

  /** SIGKILL to the group and to whatever of it moved elsewhere; resolves when the program is gone. */
  async kill(): Promise<void> {
    this.killed = true
    clearInterval(this.#watch)
    this.#signal('SIGKILL')
    if (this.#child.pid === undefined && this.exit === null) this.exit = { code: 127, signal: null }
    await this.#gone
    killEverywhere(this.pid, this.#id)
    release(this.pid)
    this.#stdin?.close()
  }

  /** Gives back its descriptors and its folder. Nothing can be asked of it afterwards. */
  dispose(): void {
    for (const output of [this.#stdout, this.#stderr, this.#trace]) output.close()
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 3 })
  }

  #signal(signal: NodeJS.Signals): boolean {
    if (this.#child.pid === undefined) return false
    try {
      return process.kill(process.platform === 'win32' ? this.pid : -this.pid, signal)
    } catch {
      return false
    }
  }

  // Output goes to files, and a file tells nobody that it grew.
  #look(): void {
    const size = this.#stdout.size()
    if (size > this.#seenStdout) {
      const bytes = this.#stdout.read(this.#seenStdout, 64 * 1024)
      this.#seenStdout = size
      this.recorder.record('program', 'stdout', { bytes })
    }
    if (size + this.#stderr.size() > floodBytes && !this.flooded) {
      this.flooded = true
      this.#signal('SIGKILL')
    }
  }
}

function cleanEnvironment(home: string, id: string, extra: Command['env']): NodeJS.ProcessEnv {
  const [name, value] = marker.split('=') as [string, string]
  const windows = process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] ?? '' } : {}
  return {
    PATH: process.platform === 'win32' ? (process.env['PATH'] ?? '') : '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    TMPDIR: home,
    LANG: 'C.UTF-8',
    DOORWAY_TRACE_FD: '3',
    [name]: `${value}:${id}`,
    ...windows,
    ...extra,
  }
}
