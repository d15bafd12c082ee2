import { createSocket, type RemoteInfo, type Socket as Datagrams } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { within } from './deadline.ts'

/** The neutral end of a TCP connection. It reads only when told to. */
export class Peer {
  readonly socket: Socket
  #text = ''
  #ending: 'FIN' | 'RST' | undefined
  #changed = () => {}

  constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (bytes) => {
      this.#text += bytes.toString('latin1')
      this.#changed()
    })
    socket.on('end', () => this.#ended('FIN'))
    socket.on('error', () => this.#ended('RST'))
    socket.pause()
  }

  static async dial(port: number, host = '127.0.0.1'): Promise<Peer> {
    const socket = connect({ host, port, allowHalfOpen: true })
    await within('connect', once(socket, 'connect'))
    return new Peer(socket)
  }

  write(text: string): Promise<void> {
    return within('write', new Promise((resolve) => this.socket.write(text, () => resolve())))
  }

  finish(): Promise<void> {
    return within('finish', new Promise((resolve) => this.socket.end(() => resolve())))
  }

  /** Reads until this many bytes have come, or the end. */
  async read(bytes: number): Promise<string> {
    await this.#until(() => this.#text.length >= bytes)
    return this.#take()
  }

  /** Reads to the end: what came, and how it ended. Long texts are told by their length. */
  async readToEnd(): Promise<string> {
    await this.#until(() => false)
    const text = this.#take()
    return `${text.length > 64 ? `${text.length} bytes` : `'${text}'`} then ${this.#ending}`
  }

  /** Writes until the kernel refuses; answers why. */
  async writeUntilError(): Promise<string> {
    for (let i = 0; i < 10_000; i += 1) {
      const written = new Promise<NodeJS.ErrnoException | null | undefined>((resolve) =>
        this.socket.write('x', resolve),
      )
      const error = await within('write', written)
      if (error) return 'refused'
    }
    return 'no error'
  }

  close(): void {
    this.socket.destroy()
  }

  async #until(enough: () => boolean): Promise<void> {
    this.socket.resume()
    while (!enough() && this.#ending === undefined) {
      await within('data', new Promise<void>((resolve) => (this.#changed = resolve)))
    }
    this.socket.pause()
  }

  #take(): string {
    const text = this.#text
    this.#text = ''
    return text
  }

  #ended(how: 'FIN' | 'RST'): void {
    this.#ending ??= how
    this.#changed()
  }
}

/** The neutral server that programs connect to. */
export async function listen(): Promise<{ port: number; next: () => Promise<Peer>; close: () => void }> {
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true })
  const arrived: Peer[] = []
  let changed = () => {}
  server.on('connection', (socket) => {
    arrived.push(new Peer(socket))
    changed()
  })
  server.listen(0, '127.0.0.1')
  await within('listen', once(server, 'listening'))
  const next = async () => {
    while (arrived.length === 0) await within('a client', new Promise<void>((resolve) => (changed = resolve)))
    return arrived.shift()!
  }
  return { port: (server.address() as AddressInfo).port, next, close: () => server.close() }
}

/** The neutral end of a UDP conversation. */
export class DatagramPeer {
  readonly socket: Datagrams = createSocket('udp4')
  readonly #arrived: { text: string; from: RemoteInfo }[] = []
  #changed = () => {}

  async open(): Promise<this> {
    this.socket.on('message', (bytes, from) => {
      this.#arrived.push({ text: bytes.toString('latin1'), from })
      this.#changed()
    })
    this.socket.bind(0, '127.0.0.1')
    await within('bind', once(this.socket, 'listening'))
    return this
  }

  get port(): number {
    return this.socket.address().port
  }

  send(text: string, port: number): Promise<void> {
    return within(
      'send',
      new Promise((resolve) => this.socket.send(text, port, '127.0.0.1', () => resolve())),
    )
  }

  async receive(): Promise<{ text: string; from: RemoteInfo }> {
    while (this.#arrived.length === 0) {
      await within('a datagram', new Promise<void>((resolve) => (this.#changed = resolve)))
    }
    return this.#arrived.shift()!
  }

  close(): void {
    this.socket.close()
  }
}
