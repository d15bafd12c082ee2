import type { IncomingDatagram } from '../harness/reference-server.ts'
import type { Stream } from '../harness/stream.ts'
import { Broken } from './broken.ts'
import type { Caller } from './caller.ts'
import { whileMoreComes } from './keep-coming.ts'
import { exitMs, nothingMoreMs, replyMs, startMs } from './times.ts'

export type ProgramExpectations = {
  /**
   * It connects and its typed line arrives; a line end after it is optional. Nothing else follows when `exactly`.
   * Returns the connection that carries it: how many there are is another check's business.
   */
  toSendItsLine(options?: { readonly exactly?: boolean }): Promise<Stream>
  /** The typed line arrives in one datagram, not repeated within 300 ms; a line end in it is optional. */
  toSendItsLineInOneDatagram(): Promise<void>
  /** It did not send its line again within a second, as far as datagrams have arrived: 0.8 s, for a margin. */
  toHaveGivenTime(): Promise<void>
  /** Standard output contains this text. Ends its input afterwards. */
  toPrint(text: string): Promise<void>
  /** It finishes the connection with FIN. */
  toClose(connection: Stream): Promise<void>
  /** It exits with code 0 within 3 s. */
  toExit(): Promise<void>
  /** It made exactly one TCP connection and sent no datagram. */
  toHaveCalledOnce(): Promise<void>
  /**
   * These clients of one server each send their line from a port of their own, which is not the server's. Each is
   * answered as soon as its line is there, with the reply of the same place: a client may be impatient.
   */
  toUseTheirOwnPorts(replies: readonly string[]): Promise<void>
}

const resendMs = 800
const withoutLineEnd = (bytes: Buffer) => bytes.toString('latin1').replace(/\r?\n$/, '')

export function expectProgram(caller: Caller, all: readonly Caller[]): ProgramExpectations {
  const { program, server, line } = caller
  const { recorder } = program
  const wanted = Buffer.from(line).toString('latin1')
  const isTheLine = (bytes: Buffer) => withoutLineEnd(bytes) === wanted

  function fail(...args: ConstructorParameters<typeof Broken>): never {
    recorder.record('grader', 'deadline')
    throw new Broken(...args)
  }

  return {
    async toSendItsLine({ exactly = false } = {}) {
      await caller.connection()
      const carrier = () => server.connections.find((each) => isTheLine(each.unread()))
      const size = () => server.connections.reduce((sum, each) => sum + each.unread().length, 0)
      const over = () => server.connections.every((each) => each.over !== null)
      const settled = () => carrier() !== undefined || over()
      let connections: number
      do {
        connections = server.connections.length
        await whileMoreComes(recorder, size, settled)
        // One that closed an empty connection may be about to use another.
        const another = () => (server.connections.length > connections ? true : undefined)
        if (carrier() === undefined && over()) await recorder.window(nothingMoreMs, another)
      } while (carrier() === undefined && server.connections.length > connections)
      if (exactly && !over())
        await recorder.window(nothingMoreMs, () => (carrier() === undefined ? true : undefined))
      const connection = carrier()
      if (connection !== undefined) {
        connection.take(connection.unread().length)
        return connection
      }
      recorder.record('grader', 'deadline')
      const got = server.connections
        .map((each) => Buffer.from(each.unread()))
        .filter((bytes) => bytes.length > 0)
      if (got.length === 0) await caller.wouldEndOfInputHelp(() => size() > 0)
      const why = got.length > 0 ? 'different' : (server.connections[0]?.over ?? 'silence')
      throw new Broken({ kind: 'line', want: line, got, why }, program)
    },

    async toSendItsLineInOneDatagram() {
      const first = await caller.datagram()
      await recorder.window(nothingMoreMs, () => undefined)
      const got = server.datagrams.map(({ bytes }) => bytes)
      if (got.length === 1 && isTheLine(first.bytes)) return
      const joined = Buffer.concat(got)
      const why =
        got.length === 1
          ? 'different'
          : got.every(isTheLine)
            ? 'resent'
            : isTheLine(joined)
              ? 'split'
              : 'different'
      fail({ kind: 'line', want: line, got, why })
    },

    async toHaveGivenTime() {
      const sent = server.datagrams.filter(({ bytes }) => isTheLine(bytes))
      const [first, ...again] = sent
      const early = again.filter(({ atMs }) => atMs - (first?.atMs ?? 0) < resendMs)
      if (early.length > 0)
        fail({ kind: 'line', want: line, got: sent.map(({ bytes }) => bytes), why: 'resent' })
    },

    async toPrint(text) {
      const found = await recorder.until(replyMs, () =>
        program.printed().includes(text) ? 'printed' : program.exit === null ? undefined : 'exit',
      )
      if (found !== 'printed') fail({ kind: 'print', want: text, line, why: found ?? 'silence' })
      caller.closeInput()
    },

    async toClose(connection) {
      const over = await recorder.until(exitMs, () => connection.over ?? undefined)
      if (over !== 'end') fail({ kind: 'close', why: over ?? 'silence' })
    },

    async toExit() {
      caller.closeInput()
      const exit = await recorder.until(exitMs, () => program.exit ?? undefined)
      if (exit === undefined) fail({ kind: 'exit', why: 'silence' })
      if (exit.code !== 0) fail({ kind: 'exit', why: 'code' })
    },

    async toHaveCalledOnce() {
      await recorder.window(nothingMoreMs, () => (program.exit === null ? undefined : true))
      const [connections, datagrams] = [server.connections.length, server.datagrams.length]
      if (connections !== 1 || datagrams !== 0) fail({ kind: 'one-call', connections, datagrams })
    },

    async toUseTheirOwnPorts(replies) {
      const from = (each: Caller) =>
        server.datagrams.find(({ bytes }) => bytes.includes(Buffer.from(each.line)))
      const answer = (datagram: IncomingDatagram) => {
        const reply = replies[all.findIndex((each) => from(each) === datagram)]
        if (reply !== undefined) datagram.reply(Buffer.from(reply))
      }
      for (const datagram of server.datagrams) answer(datagram)
      server.onDatagram = answer
      const settled = () =>
        all.every((each) => from(each) !== undefined || each.program.exit !== null) ? true : undefined
      if ((await recorder.until(startMs, settled)) === undefined) {
        for (const each of all) each.closeInput() // one that reads to the end is another check's business
        await recorder.until(replyMs, settled)
      }
      const ports = all.map((each) => from(each)?.port)
      const known = ports.filter((port) => port !== undefined)
      if (known.length < all.length) fail({ kind: 'own-port', ports: known })
      if (new Set([...known, server.port]).size <= all.length) fail({ kind: 'own-port', ports: known })
    },
  }
}
