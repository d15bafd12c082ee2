import { join } from 'node:path'
import type { ProgramError, ProgramFacts } from '../model/program.ts'
import type { Assignment, Target } from '../model/target.ts'
import type { Ports } from '../harness/ports.ts'
import { Program } from '../harness/program.ts'
import { Recorder } from '../harness/recorder.ts'
import { ReferenceServer } from '../harness/reference-server.ts'
import { processGroup } from '../harness/sandbox.ts'
import { trackNamed } from '../tracks/index.ts'
import { Caller, type CallOptions } from './caller.ts'
import { Descriptors } from './descriptors.ts'
import { Payloads } from './payload.ts'
import { Pinger, type PingScript } from './pinger.ts'
import { ServerUnderTest } from './server.ts'

let homes = 0

/** The student's program as one check sees it: started on demand, on a port and with a transcript of its own. */
export class Student {
  readonly recorder = new Recorder()
  readonly payloads: Payloads
  readonly #target: Target
  readonly #assignment: Assignment
  readonly #ports: Ports
  readonly #programs: Program[] = []
  readonly #servers: ServerUnderTest[] = []
  readonly #cleanups: (() => void)[] = []
  #typed = ''
  #blamed: Program | null = null
  /** What a passed check could not find out on this machine, for the report. */
  note = ''
  host = '127.0.0.1'
  port = 0

  constructor(target: Target, assignment: Assignment, ports: Ports, check: string) {
    this.#target = target
    this.#assignment = assignment
    this.#ports = ports
    this.payloads = new Payloads(assignment.seed, target.slug, check)
  }

  /** Random text that a right program cannot know in advance. */
  random(length?: number): string {
    return this.payloads.text(length)
  }

  /** As `random`, with letters outside ASCII in it. */
  randomUnicode(length?: number): string {
    return this.payloads.unicode(length)
  }

  /** Lets time pass before the reference peer goes on: part of its script, never a wait for the program. */
  async pass(ms: number): Promise<void> {
    if (ms > 0) await this.recorder.window(ms, () => undefined)
  }

  /** Starts the program as a server on a free port. Does not wait: the first client does. */
  async serve(): Promise<ServerUnderTest> {
    this.port = await this.#ports.take()
    return this.#serveOn(this.port)
  }

  /**
   * Kills the program, with everything that came of it, and starts it again on its port at once. The clients who were
   * still connected close only then: their connections were ended by the program's side, and stay in TIME_WAIT there.
   */
  async restart(server: ServerUnderTest): Promise<ServerUnderTest> {
    this.recorder.record('grader', 'restart')
    await server.program.kill()
    await server.finishAll()
    return this.#serveOn(server.port)
  }

  #serveOn(port: number): ServerUnderTest {
    const server = new ServerUnderTest(
      this.#start([String(port)], false),
      port,
      this.payloads,
      () => this.#ports.take(),
      (stderr) => this.#readError(stderr),
      (other) => this.#start([String(other)], false),
    )
    this.#servers.push(server)
    this.#cleanups.push(() => server.close())
    return server
  }

  /** Throws when a check talked to another program than the student's. */
  async confirm(): Promise<void> {
    for (const server of this.#servers) await server.confirm()
  }

  /**
   * Opens a reference server, starts the program as its client and types `line` on its standard input, which
   * stays open until `closeInput()`. Without a line its standard input is empty.
   */
  async call(line?: string, { beside, args = [], slowReader, refused }: CallOptions = {}): Promise<Caller> {
    const server = beside?.server ?? (await this.#openReference(refused))
    this.port = server.port
    const program = this.#start([this.host, String(server.port), ...args], line !== undefined, slowReader)
    if (line !== undefined) program.type(`${line}\n`)
    return new Caller(program, server, this.host, line ?? '')
  }

  /**
   * Opens a server that answers pings by script, and starts the program as its client with COUNT, or without one for
   * its default of 10. Nothing is on its standard input.
   */
  async ping(count: number | null, script: PingScript = {}): Promise<Pinger> {
    const caller = await this.call(undefined, { args: count === null ? [] : [String(count)] })
    const pinger = new Pinger(caller, count ?? 10, script)
    this.#cleanups.push(() => pinger.stop())
    return pinger
  }

  async #openReference(refused = false): Promise<ReferenceServer> {
    const server = new ReferenceServer(this.recorder, await this.#ports.take())
    this.#cleanups.push(() => server.close())
    if (!refused) await server.open()
    return server
  }

  #start(args: readonly string[], stdin: boolean, slowReader = false): Program {
    const { ready, slug } = this.#target
    if (!('command' in ready)) throw new Error('the program was not prepared')
    this.#typed = [ready.typed, ...args].join(' ')
    const home = join(this.#assignment.scratch, `${slug}-${process.pid}-${++homes}`)
    const program = new Program(this.recorder, {
      command: ready.command,
      args,
      stdin,
      home,
      sandbox: processGroup,
      slowReader,
    })
    this.#programs.push(program)
    return program
  }

  /** Counts the program's open descriptors from now on; where that cannot be done, the report says so. */
  countDescriptors(server: ServerUnderTest): Descriptors {
    const open = new Descriptors(server.program)
    if (open.before === null) this.note = 'Not measured: open descriptors are counted on Linux only.'
    return open
  }

  /** Names the program that is to be reported. */
  blame(program: Program | null): void {
    this.#blamed = program
  }

  /** The program that is reported: the one to blame, else the first not restarted, unless another one failed. */
  get main(): Program | null {
    if (this.#blamed !== null) return this.#blamed
    const own = this.#programs.filter(({ killed }) => !killed)
    const failed = own.find(({ exit }) => exit !== null && exit.code !== 0)
    return failed ?? own[0] ?? null
  }

  /**
   * Ends everything this check started: first our own connections, with a reset so that no TIME_WAIT keeps the
   * port, then the programs. Returns what is known of the first program, or null when none was started.
   */
  async tearDown(look: boolean): Promise<ProgramFacts | null> {
    const main = this.main
    const sockets = look ? (main?.sockets() ?? null) : null
    const busy = main?.busy() ?? null
    const exit = main?.exit ?? null
    // Read before our resets: what they make a program print is no doing of its own.
    const facts = main === null ? null : this.#facts(main)
    for (const cleanup of this.#cleanups) cleanup()
    await Promise.all(this.#programs.filter(({ killed }) => !killed).map((program) => program.kill()))
    for (const program of this.#programs) program.dispose()
    return facts === null ? null : { ...facts, sockets, busy, exit }
  }

  #readError(stderr: string): ProgramError | null {
    return trackNamed(this.#target.track)?.readError(stderr, this.#target.entry) ?? null
  }

  #facts(program: Program) {
    const stderr = program.stderrTail(16 * 1024)
    return {
      command: this.#typed,
      error: this.#readError(stderr),
      stdout: program.stdoutTail(4096),
      stderr,
      calls: program.calls(),
      flooded: program.flooded,
    }
  }
}
