import type { Program } from '../harness/program.ts'
import type { IncomingDatagram, ReferenceServer } from '../harness/reference-server.ts'
import type { Stream } from '../harness/stream.ts'
import { readHead } from '../model/http-head.ts'
import { isTls } from '../model/http-request.ts'
import { Broken } from './broken.ts'
import { aftermathMs, longestMs, nothingMoreMs, quietMs, replyMs, startMs } from './times.ts'

/**
 * With `endInput`, a program that reads its input to the end before it calls is helped on when nothing came in time:
 * that it does so is another check's business.
 */
type Patience = { readonly endInput?: boolean }

/** How the student's program is started as a client. */
export type CallOptions = {
  /** Shares the server of that client. */
  readonly beside?: Caller
  /** Its whole standard input, which then ends. */
  readonly input?: string
  /** What follows host and port. */
  readonly args?: readonly string[]
  /** Standard output is a pipe that is read slowly, as in `program | less`. */
  readonly slowReader?: boolean
  /** No server is there: the port is closed. */
  readonly refused?: boolean
}

/** The student's program as a client, seen by the reference server and at its terminal. */
export class Caller {
  readonly program: Program
  readonly server: ReferenceServer
  /** What was typed, without the line's end. */
  readonly line: string

  /** The host it was told. */
  readonly host: string

  constructor(program: Program, server: ReferenceServer, host: string, line: string) {
    this.host = host
    this.program = program
    this.server = server
    this.line = line
  }

  /** Ends its standard input. */
  closeInput(): void {
    this.program.closeStdin()
  }

  /** Its first TCP connection. */
  async connection({ endInput = false }: Patience = {}): Promise<Stream> {
    return this.#first(endInput, 'tcp', () => this.server.connections[0])
  }

  /**
   * The connection with its HTTP request, up to the empty line. A request that does not come to one is a check's business
   * of its own: others answer it all the same when the client falls silent. `patient` waits longer for it to go on.
   */
  async request({ patient = false } = {}): Promise<Stream> {
    await this.connection()
    const { recorder } = this.program
    const all = this.server.connections
    const size = () => all.reduce((sum, each) => sum + each.unread().length, 0)
    const complete = () => all.find((each) => readHead(each.unread().toString('latin1')).ended)
    const over = () => all.every((each) => each.over !== null)
    const settled = () => complete() !== undefined || over()
    await recorder.until(replyMs, () => (settled() || size() > 0 ? true : undefined))
    for (let before = 0; !settled() && size() > before && recorder.nowMs() < longestMs;) {
      before = size()
      const more = () => (settled() || size() > before ? true : undefined)
      await (patient ? recorder.until(quietMs, more) : recorder.window(nothingMoreMs, more))
    }
    const found = complete() ?? all.find((each) => each.unread().length > 0)
    const got = Buffer.from(found?.unread() ?? [])
    const fault = found === undefined ? 'nothing' : isTls(got.toString('latin1')) ? 'tls' : null
    if (found !== undefined && fault === null) return found
    recorder.record('grader', 'deadline')
    const why = all[0]?.over ?? 'silence'
    throw new Broken({ kind: 'request', path: '', got, fault: fault ?? 'nothing', why })
  }

  /** Its first datagram. */
  async datagram({ endInput = false }: Patience = {}): Promise<IncomingDatagram> {
    return this.#first(endInput, 'udp', () => this.server.datagrams[0])
  }

  async #first<T>(endInput: boolean, transport: 'tcp' | 'udp', find: () => T | undefined): Promise<T> {
    const { recorder } = this.program
    const other = () =>
      (transport === 'tcp' ? this.server.datagrams.length : this.server.connections.length) > 0
    const over = (): true | undefined =>
      find() !== undefined || other() || this.program.exit !== null ? true : undefined
    await recorder.until(startMs, over)
    // One that tries the other transport first may still come to the right one.
    if (find() === undefined && other()) await recorder.window(nothingMoreMs, find)
    if (over() === undefined && endInput) {
      this.closeInput()
      await recorder.until(quietMs, over)
    }
    // What it sent right before it ended may still be on its way to us.
    const found =
      find() ?? (this.program.exit === null ? undefined : await recorder.window(nothingMoreMs, find))
    if (found !== undefined) return found
    recorder.record('grader', 'deadline')
    const why = other() ? 'different' : this.program.exit === null ? 'silence' : 'exit'
    if (!endInput) await this.wouldEndOfInputHelp(() => find() !== undefined)
    throw new Broken({ kind: 'call', why }, this.program)
  }

  /** After a failure: ends its input, to learn whether that is what it was waiting for. */
  async wouldEndOfInputHelp(helped: () => boolean): Promise<void> {
    if (this.program.exit !== null) return
    this.closeInput()
    await this.program.recorder.until(aftermathMs * 2, () => (helped() ? true : undefined))
  }
}
