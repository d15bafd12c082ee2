import type { Stream } from '../harness/stream.ts'
import { judgeResponse, type WantedResponse } from '../model/http-judge.ts'
import { readResponse } from '../model/http-response.ts'
import { lookWhy } from './aftermath.ts'
import { Broken } from './broken.ts'
import { whileMoreComes } from './keep-coming.ts'
import { aftermathMs, besideMs, nothingMoreMs, quietMs } from './times.ts'
import type { WebClient } from './web-client.ts'
import type { WebOrigin } from './web-origin.ts'

type OriginResponse = {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

export type WebExpectations = {
  /** The response is 200, in the right form, and this file comes with it. Where it ends is another check's business. */
  toBeServed(file: Uint8Array): Promise<void>
  /** The response has this status, 200 if none is given, and this body comes with it; its form is another check's business. */
  toGet(body: Uint8Array, status?: number): Promise<void>
  /** As `toGet`, with these headers, of a proxy whose origin keeps the connection open unless it was asked to close. */
  toGetFrom(origin: Stream, wanted: OriginResponse): Promise<void>
  /** The origin gets this client's request within 2 s, although another one's is not answered yet; `answer` does that. */
  toBeForwardedBeside(
    slow: WebClient,
    origin: WebOrigin,
    path: string,
    answer: () => Promise<void>,
  ): Promise<Stream>
  /** As `toGet`, and there is nothing more: a Content-Length is right, and no byte follows. */
  toGetExactly(body: Uint8Array): Promise<void>
  /** The response has this status, such as 404. */
  toBeTold(status: number): Promise<void>
  /** The status says that the server does not do that: 400 to 599. */
  toBeRefused(): Promise<void>
  /** The response tells where it ends, by length, by chunks or by closing, and ends there. Silence tells nothing. */
  toKnowTheEnd(status: number, body?: Uint8Array): Promise<void>
  /** Whatever the answer is, it does not hold this. `target` is how the message calls what was asked for. */
  toGetNothingOf(secret: Uint8Array, target: string): Promise<void>
}

/** What a client of a web server or proxy wants. */
export function expectWeb(client: WebClient): WebExpectations {
  const { peer, asked } = client
  const { stream, program } = peer
  const { recorder } = program
  const by = stream.name

  async function respond(want: WantedResponse): Promise<void> {
    const judge = () => judgeResponse(stream.unread(), stream.over, want)
    const done = () => stream.over !== null || judge().settled || judge().fault === null
    await whileMoreComes(recorder, () => stream.unread().length, done)
    // All is right, unless more follows.
    if (!judge().settled)
      await recorder.window(nothingMoreMs, () => stream.over ?? (judge().fault === null ? undefined : true))
    const { fault, settled } = judge()
    if (fault === null) return
    const { got, why } = await lookWhy(stream, program)
    const silent = why === 'different' && !settled
    throw new Broken({
      kind: 'response',
      by,
      asked,
      want,
      got: Buffer.from(got),
      fault,
      why: silent ? 'silence' : why,
    })
  }

  // After a failure: closes the origin's side, to learn whether that is what the proxy was waiting for.
  async function wouldEndHelp(error: unknown, origin: Stream): Promise<void> {
    const silent =
      error instanceof Broken && error.expectation.kind === 'response' && error.expectation.why === 'silence'
    if (!silent || stream.over !== null || program.exit !== null) return
    const before = stream.unread().length
    await origin.finish()
    await recorder.until(aftermathMs, () => (stream.unread().length > before ? true : undefined))
    if (stream.unread().length > before)
      throw new Broken({ kind: 'origin-end', by, got: Buffer.from(origin.unread()) })
  }

  return {
    toBeServed: (body) => respond({ status: 200, body, demand: 'form' }),
    toGet: (body, status = 200) => respond({ status, body, demand: 'arrival' }),
    toGetExactly: (body) => respond({ status: 200, body, demand: 'exact' }),
    async toGetFrom(origin, wanted) {
      try {
        await respond({ ...wanted, demand: 'arrival' })
      } catch (error) {
        await wouldEndHelp(error, origin)
        throw error
      }
    },

    async toBeForwardedBeside(slow, origin, path, answer) {
      const wanted = { of: client, path }
      const connection = await origin.find(wanted, besideMs)
      if (connection !== null) return connection
      recorder.record('grader', 'deadline')
      await answer()
      const late = await origin.find(wanted, besideMs)
      if (late === null) return origin.request(wanted)
      throw new Broken({ kind: 'behind', by, slow: slow.peer.stream.name })
    },

    toBeTold: (status) => respond({ status, body: null, demand: 'status' }),
    toBeRefused: () => respond({ status: null, body: null, demand: 'status' }),

    async toKnowTheEnd(status, body) {
      const known = () => readResponse(stream.unread()).status
      await whileMoreComes(
        recorder,
        () => stream.unread().length,
        () => stream.over !== null || known() !== null,
      )
      // That it comes, with this status, is another check's business.
      if (known() === status) await respond({ status, body: body ?? null, demand: 'end' })
    },

    async toGetNothingOf(secret, target) {
      const found = () => stream.unread().includes(Buffer.from(secret))
      const done = () => found() || stream.over !== null || readResponse(stream.unread()).complete
      await whileMoreComes(recorder, () => stream.unread().length, done, quietMs)
      if (!found()) return
      recorder.record('grader', 'deadline')
      throw new Broken({ kind: 'secret', by, target, got: Buffer.from(stream.unread()) })
    },
  }
}
