import type { Stream } from '../harness/stream.ts'
import { asksToClose, requestFault } from '../model/http-request.ts'
import { Broken } from './broken.ts'
import type { Caller } from './caller.ts'
import { nothingMoreMs, quietMs } from './times.ts'

export type RequestExpectations = {
  /** It sends one right GET request for this path, with a Host, and nothing after it. Returns the connection. */
  toRequest(path: string): Promise<Stream>
  /** Its request asks the server to close the connection after the answer. */
  toAskToClose(): Promise<void>
}

const keptOpen = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nhello\n'

/** What a client says to a web server. */
export function expectRequest(caller: Caller): RequestExpectations {
  const { program, server } = caller
  const { recorder } = program

  return {
    async toRequest(path) {
      const { host } = caller
      const connection = await caller.request({ patient: true })
      const fault = () =>
        requestFault(connection.unread().toString('latin1'), { path, host, port: server.port })
      if (fault() === null && connection.over === null)
        await recorder.window(nothingMoreMs, () => (fault() === null ? undefined : true))
      const found = fault()
      if (found === null) return connection
      recorder.record('grader', 'deadline')
      const got = Buffer.from(connection.unread())
      throw new Broken({ kind: 'request', path, got, fault: found, why: connection.over ?? 'silence' })
    },

    async toAskToClose() {
      const connection = await caller.request()
      const got = Buffer.from(connection.unread())
      if (asksToClose(got.toString('latin1'))) return
      // What a server does with such a request: it answers, and waits for the next one on the same connection.
      connection.send(Buffer.from(keptOpen))
      await recorder.until(quietMs, () => connection.over ?? program.exit ?? undefined)
      recorder.record('grader', 'deadline')
      throw new Broken({ kind: 'ask-to-close', got })
    },
  }
}
