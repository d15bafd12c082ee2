import { randomUUID } from 'node:crypto'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { EnvironmentError } from './environment-error.ts'
import type { Recorder } from './recorder.ts'

/** More than any message of a runner has; a program that writes here instead of it is not listened to for ever. */
const mostLineBytes = 4 * 1024 * 1024

/**
 * The grader's end of its connection to a runner, which loads a student's module in a process of its own: one JSON
 * object a line. Not part of the conversation, so nothing of it is recorded.
 */
export class RunnerLink {
  readonly port: number
  readonly token = randomUUID()
  /** The runner has closed its end: its process is gone. */
  closed = false
  onMessage: (message: unknown) => void = () => {}
  readonly #recorder: Recorder
  readonly #server: Server
  #connection: Socket | null = null
  readonly #all = new Set<Socket>()

  static open(recorder: Recorder): Promise<RunnerLink> {
    const server = createServer({ noDelay: true })
    return new Promise((resolve, reject) => {
      server.once('error', (error) =>
        reject(new EnvironmentError(`There is no port for a runner: ${error.message}.`)),
      )
      server.listen({ port: 0, host: '127.0.0.1' }, () => resolve(new RunnerLink(recorder, server)))
    })
  }

  private constructor(recorder: Recorder, server: Server) {
    this.#recorder = recorder
    this.#server = server
    this.port = (server.address() as AddressInfo).port
    server.on('connection', (connection) => this.#accept(connection))
  }

  /** The runner has called. */
  get reached(): boolean {
    return this.#connection !== null
  }

  tell(message: object): void {
    this.#connection?.write(`${JSON.stringify(message)}\n`)
  }

  close(): void {
    this.#server.close()
    for (const connection of this.#all) connection.destroy()
  }

  // Whoever does not know the token is no runner.
  #accept(connection: Socket): void {
    this.#all.add(connection)
    let rest = ''
    connection.on('error', () => {})
    connection.on('data', (bytes) => {
      const lines = (rest + bytes.toString('latin1')).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > mostLineBytes) connection.destroy()
      for (const line of lines) this.#receive(connection, line)
    })
    connection.on('close', () => {
      this.#all.delete(connection)
      if (connection === this.#connection) this.closed = true
      this.#recorder.wake()
    })
  }

  #receive(connection: Socket, line: string): void {
    const message = parse(line)
    if (connection === this.#connection) this.onMessage(message)
    else if (this.#connection === null && (message as { token?: unknown }).token === this.token)
      this.#connection = connection
    this.#recorder.wake()
  }
}

function parse(line: string): object {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
