import { anyHost, checkAddress, localHost, type Address } from './address.ts'
import { checkMax, copyBytes, named } from './arguments.ts'
import { Attempt } from './attempt.ts'
import type { Call } from './call.ts'
import type { Calls } from './calls.ts'
import type { Connection, ConnectionOptions } from './connection.ts'
import { SHUT_RD, SHUT_RDWR, SHUT_WR, type Family } from './constants.ts'
import { Listener } from './listener.ts'
import { checkOption, streamOptions } from './options.ts'
import { Patience } from './waiting.ts'

/** The states of a TCP socket and what each call means in them, as in Linux's inet_stream_ops. */
export class Tcp {
  readonly family: Family
  readonly #calls: Calls
  #options: ConnectionOptions = {}
  #bound: Address | undefined
  #listener: Listener | undefined
  #attempt: Attempt | undefined
  #connection: Connection | undefined
  readonly #sending = new Set<Promise<unknown>>()

  constructor(family: Family, calls: Calls, connection?: Connection) {
    this.family = family
    this.#calls = calls
    this.#connection = connection
  }

  bind(call: Call, address: unknown): void {
    const [host, port] = checkAddress(call, address)
    if (this.#bound)
      throw call.error('EINVAL', `this socket is already bound to ${this.#bound.join(', port ')}`)
    if (this.#listener || this.#attempt || this.#connection) {
      throw call.error(
        'EINVAL',
        'this socket has an address already; call bind() before listen() or connect()',
      )
    }
    this.#bound = [localHost(call, host, this.family) ?? host, port]
  }

  async listen(call: Call, backlog: unknown): Promise<void> {
    if (typeof backlog !== 'number')
      throw call.typeError(`the backlog must be a number, got ${named(backlog)}`)
    if (this.#connection || this.#attempt)
      throw call.error('EINVAL', 'a connection cannot listen; make a new socket')
    const [host, port] = this.#bound ?? [anyHost(this.family), 0]
    call.note({ address: [host, port] })
    const listener = (this.#listener ??= new Listener(host, port, Math.max(1, Math.trunc(backlog))))
    try {
      const address = await listener.started
      this.#bound = address
      call.note({ address })
    } catch (error) {
      this.#listener = undefined
      const inUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      throw inUse ? call.error('EADDRINUSE', `another socket already listens on port ${port}`) : error
    }
  }

  async accept(call: Call): Promise<Connection> {
    if (this.#connection)
      throw call.error('EINVAL', 'this is a connection; call accept() on the listening socket')
    if (!this.#listener) throw call.error('EINVAL', 'this socket does not listen; call listen() first')
    const connection = await this.#listener.accept(call, this.#calls.timeoutMs)
    connection.set(this.#options)
    return connection
  }

  async connect(call: Call, address: unknown): Promise<void> {
    const to = checkAddress(call, address)
    if (this.#listener) throw call.error('EISCONN', 'this socket listens; connect with another one')
    if (this.#connection) throw call.error('EISCONN', 'this socket is already connected')
    if (this.#attempt) throw call.error('EALREADY', 'an earlier connect() is still under way')
    call.waits()
    const attempt = new Attempt(call, this.family, to, this.#bound)
    this.#attempt = attempt
    const settled = attempt.done
      .then((connection) => {
        this.#connection = connection
        connection.set(this.#options)
      })
      .finally(() => (this.#attempt = undefined))
    settled.catch(() => undefined)
    await new Patience(call, this.#calls.timeoutMs).until(settled)
  }

  async recv(call: Call, max: unknown): Promise<Buffer> {
    const bytes = checkMax(call, max)
    const connection = this.#connection ?? (await this.#connecting(call))
    return connection.recv(call, bytes, this.#calls.timeoutMs)
  }

  async send(call: Call, bytes: unknown, short: boolean): Promise<number> {
    const copy = copyBytes(call, bytes)
    return this.#delivered(async () => {
      const connection = this.#connection ?? (await this.#connecting(call))
      return connection.send(call, copy, this.#calls.timeoutMs, short)
    })
  }

  async shutdown(call: Call, how: unknown): Promise<void> {
    if (how !== SHUT_RD && how !== SHUT_WR && how !== SHUT_RDWR) {
      throw call.typeError(`expected SHUT_RD, SHUT_WR or SHUT_RDWR, got ${named(how)}`)
    }
    await this.#delivered(async () => {
      const connection = this.#connection ?? (await this.#connecting(call))
      await connection.shutdown(call, { receiving: how !== SHUT_WR, sending: how !== SHUT_RD })
    })
  }

  setsockopt(call: Call, option: readonly [number, number, unknown]): void {
    const { name, value } = checkOption(call, streamOptions, option)
    if (name === 'SO_REUSEADDR') {
      if (value === 0) throw call.error('ENOPROTOOPT', 'Node always sets SO_REUSEADDR on TCP sockets')
      return
    }
    const set = name === 'TCP_NODELAY' ? { noDelay: value !== 0 } : { keepAlive: value !== 0 }
    this.#options = { ...this.#options, ...set }
    this.#connection?.set(set)
  }

  local(call: Call): Address {
    const address = this.#connection?.local ?? this.#bound ?? ([anyHost(this.family), 0] as const)
    call.note({ address })
    return address
  }

  peer(call: Call): Address {
    if (!this.#connection) throw this.#unconnected(call)
    call.note({ address: this.#connection.peer })
    return this.#connection.peer
  }

  async close(): Promise<void> {
    this.#listener?.close()
    this.#connection?.stopReceiving()
    // What was sent is still delivered, during connect() too; with nothing to send there is no reason to connect.
    if (this.#sending.size === 0) this.#attempt?.cancel()
    await Promise.allSettled(this.#sending)
    await this.#connection?.close()
  }

  /** close() waits for what is being sent. */
  #delivered<T>(work: () => Promise<T>): Promise<T> {
    const sending = work()
    this.#sending.add(sending)
    const done = () => this.#sending.delete(sending)
    sending.then(done, done)
    return sending
  }

  /** The connection that is being established: calls made meanwhile wait for it, as on Linux. */
  async #connecting(call: Call): Promise<Connection> {
    if (!this.#attempt) throw this.#unconnected(call)
    call.waits()
    return new Patience(call, this.#calls.timeoutMs).until(this.#attempt.done)
  }

  #unconnected(call: Call) {
    const sentence = this.#listener
      ? 'this is the listening socket; use the one accept() returned'
      : 'this socket is not connected; call connect() first, or use the one accept() returned'
    return call.error('ENOTCONN', sentence)
  }
}
