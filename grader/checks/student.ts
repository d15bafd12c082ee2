import type { ProgramFacts } from '../model/program.ts'
import type { Assignment, Target } from '../model/target.ts'
import { residentBytes } from '../harness/appetite.ts'
import type { Ports } from '../harness/ports.ts'
import type { Program } from '../harness/program.ts'
import { Recorder } from '../harness/recorder.ts'
import { RunnerLink } from '../harness/runner-link.ts'
import { ReferenceServer } from '../harness/reference-server.ts'
import { Caller, type CallOptions } from './caller.ts'
import { Descriptors } from './descriptors.ts'
import { dnsLibrary, LookUp, type LookUpScript } from './look-up.ts'
import { Mailer, type Mail } from './mailer.ts'
import type { MailScript } from './mail-server.ts'
import { ModuleUnderTest } from './module.ts'
import { Payloads } from './payload.ts'
import { Pinger, type PingScript } from './pinger.ts'
import { Programs } from './programs.ts'
import { ServerUnderTest } from './server.ts'

/** What follows the port on a server's command line. */
type ServeOptions = { readonly args?: readonly string[] }

/** The student's program as one check sees it: started on demand, on a port and with a transcript of its own. */
export class Student {
  readonly recorder: Recorder
  readonly payloads: Payloads
  /** The run's. */
  readonly seed: number
  /** The same student with another program and another transcript; `share` is how much of every deadline it is given. */
  readonly again: (share: number) => Student
  readonly #ports: Ports
  readonly #programs: Programs
  readonly #servers: ServerUnderTest[] = []
  readonly #cleanups: (() => void)[] = []
  /** What a passed check could not find out on this machine, for the report. */
  note = ''
  host = '127.0.0.1'
  port = 0

  constructor(target: Target, assignment: Assignment, ports: Ports, check: string, share = 1) {
    this.recorder = new Recorder(share)
    this.seed = assignment.seed
    this.again = (less) => new Student(target, assignment, ports, check, less)
    this.#programs = new Programs(this.recorder, target, assignment)
    this.#ports = ports
    this.payloads = new Payloads(assignment.seed, target.slug, check)
  }

  /** Random text that a right program cannot know in advance. */
  random = (length?: number): string => this.payloads.text(length)

  /** As `random`, with letters outside ASCII in it. */
  randomUnicode = (length?: number): string => this.payloads.unicode(length)

  /** Lets time pass before the reference peer goes on: part of its script, never a wait for the program. */
  async pass(ms: number): Promise<void> {
    if (ms > 0) await this.recorder.window(ms, () => undefined)
  }

  /** Starts the program as a server on a free port. Does not wait: the first client does. */
  async serve(options: ServeOptions = {}): Promise<ServerUnderTest> {
    this.port = await this.#ports.take()
    return this.#serveOn(this.port, options)
  }

  /** Has the student's module loaded, in a process of its own. Does not wait: the first call does. */
  async load(): Promise<ModuleUnderTest> {
    const link = await RunnerLink.open(this.recorder)
    this.#cleanups.push(() => link.close())
    return new ModuleUnderTest(this.#programs, link, this.payloads, () => this.origin({ name: 'reader' }))
  }

  /** A server of ours beside the student's, for a program that calls one: the origin of a relay or proxy. */
  async origin({ refused = false, name = 'origin' } = {}): Promise<ReferenceServer> {
    return this.#openReference(refused, name)
  }

  /** A folder of this check with these files in it, by path: what a program is to read, or where it is to write. */
  folder(files: { readonly [path: string]: string | Uint8Array } = {}): string {
    return this.#programs.folder(files)
  }

  /**
   * Kills the program, with everything that came of it, and starts it again on its port at once. The clients who were
   * still connected close only then: their connections were ended by the program's side, and stay in TIME_WAIT there.
   */
  async restart(server: ServerUnderTest): Promise<ServerUnderTest> {
    this.recorder.record('grader', 'restart')
    await server.program.kill()
    await server.finishAll()
    return this.#serveOn(server.port, { args: server.args })
  }

  #serveOn(port: number, { args = [] }: ServeOptions): ServerUnderTest {
    const start = (at: number) => this.#programs.start([String(at), ...args])
    const server = new ServerUnderTest(
      start(port),
      port,
      args,
      this.payloads,
      () => this.#ports.take(),
      (stderr) => this.#programs.readError(stderr),
      start,
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
  async call(line?: string, options: CallOptions = {}): Promise<Caller> {
    const { beside, input, args = [], slowReader, refused } = options
    const server = beside?.server ?? (await this.#openReference(refused))
    this.port = server.port
    const stdin = (line ?? input) !== undefined
    const program = this.#programs.start([this.host, String(server.port), ...args], { stdin, slowReader })
    if (line !== undefined) program.type(`${line}\n`)
    if (input !== undefined) program.type(input)
    if (input !== undefined) program.closeStdin()
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

  /** Opens a mail server with a script, and starts the program as its client with FROM, TO and this text. */
  async mail(mail: Mail, script: MailScript = {}): Promise<Mailer> {
    const { from, to, text } = mail
    return new Mailer(await this.call(undefined, { args: [from, to], input: text }), mail, script)
  }

  /** Opens a name server with a script, and starts the program with a NAME to look up. */
  async lookUp(name: string, script: LookUpScript = {}): Promise<LookUp> {
    const caller = await this.call(undefined, { args: [name] })
    const lookUp = new LookUp(caller, name, script, await dnsLibrary())
    this.#cleanups.push(() => lookUp.stop())
    return lookUp
  }

  /** Done when the check is over, whatever became of it. */
  atEnd = (cleanup: () => void): unknown => this.#cleanups.push(cleanup)

  async #openReference(refused = false, name = 'server'): Promise<ReferenceServer> {
    const server = new ReferenceServer(this.recorder, await this.#ports.take(), name)
    this.#cleanups.push(() => server.close())
    if (!refused) await server.open()
    return server
  }

  /** Counts the program's open descriptors from now on; where that cannot be done, the report says so. */
  countDescriptors(server: ServerUnderTest): Descriptors {
    const open = new Descriptors(server.program)
    if (open.before === null) this.note = 'Not measured: open descriptors are counted on Linux only.'
    return open
  }

  /** Where memory and processor time cannot be read, a check that is about them gives credit, and the report says so. */
  measure(server: ServerUnderTest): void {
    if (residentBytes(server.program.pid) === null)
      this.note = 'Not measured: memory and processor time are read on Linux only.'
  }

  /** Names the program that is to be reported. */
  blame(program: Program | null): void {
    this.#programs.blame(program)
  }

  get main(): Program | null {
    return this.#programs.main
  }

  /**
   * Ends everything this check started: first our own connections, with a reset so that no TIME_WAIT keeps the
   * port, then the programs. Returns what is known of the first program, or null when none was started.
   */
  tearDown(look: boolean): Promise<ProgramFacts | null> {
    return this.#programs.end(look, () => {
      for (const cleanup of this.#cleanups) cleanup()
    })
  }
}
