import type { TcpPeer } from './peers.ts'
import type { ServerUnderTest } from './server.ts'
import { nothingMoreMs } from './times.ts'

/** How a request is sent. */
type RequestOptions = {
  readonly method?: 'GET' | 'POST'
  /** More headers, or others. */
  readonly headers?: readonly string[]
  /** In so many writes, with a pause between them. */
  readonly pieces?: number
}

/** A reference client that speaks HTTP: one connection, one request. */
export class WebClient {
  readonly peer: TcpPeer
  /** The first line of its request. */
  asked = ''
  readonly #port: number

  constructor(peer: TcpPeer, port: number) {
    this.peer = peer
    this.#port = port
  }

  /** Sends a request, as browsers do: the target is a path, or the whole address where a proxy is asked. */
  async ask(
    target: string,
    { method = 'GET', headers = [], pieces = 1 }: RequestOptions = {},
  ): Promise<void> {
    this.asked = `${method} ${target} HTTP/1.1`
    const host = /^http:\/\/([^/]+)/.exec(target)?.[1] ?? `127.0.0.1:${this.#port}`
    const lines = [this.asked, `Host: ${host}`, 'User-Agent: doorway', 'Accept: */*', ...headers]
    const request = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
    await this.peer.sendInPieces(cut(request, pieces))
  }

  /** Half-closes, so that a server which reads until then goes on to the next client. */
  finish(): Promise<void> {
    return this.peer.finish()
  }

  /** Waits a moment for the beginning of a response. */
  async sawSomething(): Promise<void> {
    const { stream, program } = this.peer
    await program.recorder.window(nothingMoreMs, () => (stream.unread().length > 0 ? true : undefined))
  }

  abort(): void {
    this.peer.abort()
  }
}

/** The first cut lies inside the request line, the last one between the CR and the LF of the empty line. */
function cut(request: Buffer, pieces: number): Buffer[] {
  if (pieces === 1) return [request]
  const first = Math.min(8, request.length)
  const step = Math.floor((request.length - 1 - first) / (pieces - 2))
  const cuts = Array.from({ length: pieces - 2 }, (_, i) => first + i * step)
  return [0, ...cuts, request.length - 1].map((from, i, all) => request.subarray(from, all[i + 1]))
}

/** Connects a client that speaks HTTP. */
export async function browse(server: ServerUnderTest, name: string): Promise<WebClient> {
  return new WebClient(await server.connect(name), server.port)
}
