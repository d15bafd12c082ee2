import type { Recorder } from '../harness/recorder.ts'
import type { ReferenceServer } from '../harness/reference-server.ts'
import type { Stream } from '../harness/stream.ts'
import { readHead } from '../model/http-head.ts'
import { asksToClose, requestFault } from '../model/http-request.ts'
import { Broken } from './broken.ts'
import type { Student } from './student.ts'
import { nothingMoreMs, replyMs } from './times.ts'
import type { WebClient } from './web-client.ts'

const host = '127.0.0.1'

type Awaited = {
  /** The client whose request it is, and the path that it asks for. */
  readonly of: WebClient
  readonly path: string
}

/** A web server of ours behind the student's proxy. It never speaks before it is told to. */
export class WebOrigin {
  readonly #server: ReferenceServer
  readonly #recorder: Recorder

  constructor(server: ReferenceServer, recorder: Recorder) {
    this.#server = server
    this.#recorder = recorder
  }

  /** What a client asks a proxy for. */
  url(path: string): string {
    return `http://${host}:${this.#server.port}${path}`
  }

  /** The connection on which the request comes; null when none does in time. Its form is another check's business. */
  async find({ of, path }: Awaited, ms = replyMs): Promise<Stream | null> {
    const answered = () =>
      of.peer.stream.unread().length > 0 || of.peer.stream.over !== null ? true : undefined
    const begun = () => this.#server.connections.find((each) => text(each).includes(path.slice(1)))
    const found = () => this.#server.connections.find((each) => each === begun() && ended(each))
    await this.#recorder.until(ms, () => found() ?? begun() ?? answered())
    // One that is not finished may go on; one that was answered at once may be on its way to us.
    if (found() === undefined) await this.#recorder.window(nothingMoreMs, found)
    return found() ?? begun() ?? null
  }

  /** As `find`; that it comes is expected. */
  async request(wanted: Awaited): Promise<Stream> {
    const connection = await this.find(wanted)
    if (connection !== null) return connection
    throw await this.#missing(wanted)
  }

  /** The request comes as a right GET request for the path, with a Host. */
  async rightRequest(wanted: Awaited): Promise<Stream> {
    const connection = await this.request(wanted)
    const fault = () => requestFault(text(connection), { path: wanted.path, host, port: this.#server.port })
    if (fault() === null)
      await this.#recorder.window(
        nothingMoreMs,
        () => connection.over ?? (fault() === null ? undefined : true),
      )
    const found = fault()
    if (found === null) return connection
    this.#recorder.record('grader', 'deadline')
    throw this.#broken(wanted, { called: true, got: Buffer.from(connection.unread()), fault: found })
  }

  /** Answers, and closes: for a request that asked for it, or for every one. */
  async answer(connection: Stream, response: Uint8Array, { keepsAlive = false } = {}): Promise<void> {
    connection.send(response)
    if (!keepsAlive || asksToClose(text(connection))) await connection.finish()
  }

  async #missing(wanted: Awaited): Promise<Broken> {
    this.#recorder.record('grader', 'deadline')
    const [first] = this.#server.connections
    const got = Buffer.from(first?.unread() ?? [])
    const fault = got.length === 0 ? 'nothing' : 'target'
    await this.#recorder.window(nothingMoreMs, () => wanted.of.peer.program.exit ?? undefined)
    return this.#broken(wanted, { called: first !== undefined, got, fault })
  }

  #broken(
    { of, path }: Awaited,
    seen: { readonly called: boolean; readonly got: Uint8Array; readonly fault: ForwardFault },
  ): Broken {
    const { stream } = of.peer
    const answer = Buffer.from(stream.unread())
    const why = stream.over ?? 'silence'
    return new Broken({
      kind: 'forward',
      by: stream.name,
      asked: of.asked,
      path,
      at: this.#server.port,
      answer,
      why,
      ...seen,
    })
  }
}

type ForwardFault = NonNullable<ReturnType<typeof requestFault>>

const text = (connection: Stream) => connection.unread().toString('latin1')
const ended = (connection: Stream) => readHead(text(connection)).ended

/** Opens a web server for a proxy; `refused` leaves its port closed. */
export async function originOf(student: Student, { refused = false } = {}): Promise<WebOrigin> {
  return new WebOrigin(await student.origin({ refused }), student.recorder)
}
