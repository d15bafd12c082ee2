import type { Program } from '../harness/program.ts'
import type { IncomingDatagram, ReferenceServer } from '../harness/reference-server.ts'
import type { Stream } from '../harness/stream.ts'
import { Broken } from './broken.ts'
import { aftermathMs, nothingMoreMs, quietMs, startMs } from './times.ts'

/**
 * With `endInput`, a program that reads its input to the end before it calls is helped on when nothing came in time:
 * that it does so is another check's business.
 */
type Patience = { readonly endInput?: boolean }

/** The student's program as a client, seen by the reference server and at its terminal. */
export class Caller {
  readonly program: Program
  readonly server: ReferenceServer
  /** What was typed, without the line's end. */
  readonly line: string

  constructor(program: Program, server: ReferenceServer, line: string) {
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
    throw new Broken({ kind: 'call', why })
  }

  /** After a failure: ends its input, to learn whether that is what it was waiting for. */
  async wouldEndOfInputHelp(helped: () => boolean): Promise<void> {
    if (this.program.exit !== null) return
    this.closeInput()
    await this.program.recorder.until(aftermathMs * 2, () => (helped() ? true : undefined))
  }
}
