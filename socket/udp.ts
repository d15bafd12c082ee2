import { anyHost, checkAddress, localHost, lookUp, remoteHost, type Address } from './address.ts'
import { checkMax, copyBytes } from './arguments.ts'
import type { Call } from './call.ts'
import type { Calls } from './calls.ts'
import type { Family } from './constants.ts'
import { Inbox } from './inbox.ts'
import { checkOption, datagramOptions } from './options.ts'
import { Port, type PortOptions } from './port.ts'

/** The states of a UDP socket (without a port, bound, connected) and what each call means in them. */
export class Udp {
  readonly #family: Family
  readonly #calls: Calls
  readonly #inbox = new Inbox()
  readonly #sending = new Set<Promise<unknown>>()
  #options: PortOptions = { reuse: false, broadcast: false }
  #port: Port | undefined
  #binding: Promise<void> | undefined
  #peer: Address | undefined

  constructor(family: Family, calls: Calls) {
    this.#family = family
    this.#calls = calls
  }

  bind(call: Call, address: unknown): void {
    const [host, port] = checkAddress(call, address)
    if (this.#port || this.#binding)
      throw call.error('EINVAL', 'this socket has a port already; bind() it first, once')
    const literal = localHost(call, host, this.#family)
    if (literal !== undefined) {
      this.#open(call, [literal, port])
      return
    }
    this.#binding = lookUp(call, host, this.#family).then((found) => {
      this.#open(call, [found, port])
    })
    // The next call on the socket reports it.
    this.#binding.catch(() => undefined)
  }

  async connect(call: Call, address: unknown): Promise<void> {
    const [host, port] = checkAddress(call, address)
    await this.#binding
    const peer: Address = [await this.#resolve(call, host), port]
    await this.#opened(call).connect(peer)
    this.#peer = peer
  }

  async sendto(call: Call, bytes: unknown, address: unknown): Promise<number> {
    const copy = copyBytes(call, bytes)
    if (address === undefined) throw call.error('EDESTADDRREQ', 'say where to: sendto(bytes, [host, port])')
    const [host, port] = checkAddress(call, address)
    if (this.#peer)
      throw call.error('EISCONN', 'this socket is connected; use send(bytes), or another socket')
    if (port === 0) throw call.error('EINVAL', 'nobody can be at port 0')
    const literal = remoteHost(call, host, this.#family)
    if (literal !== undefined && !this.#binding) return this.#send(call, copy, [literal, port])
    return this.#delivered(async () => {
      await this.#binding
      return this.#send(call, copy, [literal ?? (await lookUp(call, host, this.#family)), port])
    })
  }

  async send(call: Call, bytes: unknown): Promise<number> {
    const copy = copyBytes(call, bytes)
    if (!this.#peer)
      throw call.error('EDESTADDRREQ', 'say where to: sendto(bytes, [host, port]), or connect() first')
    return this.#send(call, copy)
  }

  async receive(call: Call, max: unknown): Promise<[Buffer, Address]> {
    const bytes = checkMax(call, max)
    if (this.#binding) await this.#binding
    this.#opened(call)
    return this.#inbox.receive(call, bytes, this.#calls.timeoutMs)
  }

  setsockopt(call: Call, option: readonly [number, number, unknown]): void {
    const { name, value } = checkOption(call, datagramOptions, option)
    const set = {
      SO_REUSEADDR: { reuse: value !== 0 },
      SO_BROADCAST: { broadcast: value !== 0 },
      SO_RCVBUF: { receiveBytes: value },
      SO_SNDBUF: { sendBytes: value },
    }[name]
    this.#options = { ...this.#options, ...set }
    this.#port?.set(this.#options)
  }

  get dropped(): number {
    return this.#inbox.dropped
  }

  local(call: Call): Address {
    const address = this.#port?.local ?? ([anyHost(this.#family), 0] as const)
    call.note({ address })
    return address
  }

  peer(call: Call): Address {
    if (!this.#peer)
      throw call.error('ENOTCONN', 'this socket has no fixed peer; recvfrom() tells who sent a datagram')
    call.note({ address: this.#peer })
    return this.#peer
  }

  async close(): Promise<void> {
    this.#inbox.dismiss((call) => call.error('EBADF', 'this socket was closed while the call waited'))
    await Promise.allSettled([...this.#sending, this.#binding])
    this.#port?.close()
  }

  #send(call: Call, bytes: Buffer, to?: Address): Promise<number> {
    const error = this.#inbox.takeError(call)
    if (error) throw error
    return this.#delivered(async () => {
      const sent = await this.#opened(call).send(bytes, to)
      call.note({ bytes: sent, result: `${sent} bytes` })
      return sent
    })
  }

  /** close() waits for what is being sent. */
  #delivered<T>(work: () => Promise<T>): Promise<T> {
    const sending = work()
    this.#sending.add(sending)
    const done = () => this.#sending.delete(sending)
    sending.then(done, done)
    return sending
  }

  async #resolve(call: Call, host: string): Promise<string> {
    return remoteHost(call, host, this.#family) ?? (await lookUp(call, host, this.#family))
  }

  /** The socket's port; one that was never bound gets one from the system, as at the first sendto() in Berkeley. */
  #opened(call: Call): Port {
    return this.#port ?? this.#open(call)
  }

  #open(call: Call, bound?: Address): Port {
    try {
      return (this.#port = new Port(this.#family, this.#inbox, this.#options, bound))
    } catch (error) {
      const inUse = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      throw inUse ? call.error('EADDRINUSE', `another socket already uses port ${bound?.[1]}`) : error
    }
  }
}
