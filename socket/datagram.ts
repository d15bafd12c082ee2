import type { Address } from './address.ts'
import { checkTimeout } from './arguments.ts'
import type { Callee } from './call.ts'
import { Calls } from './calls.ts'
import { familyNames, type Family } from './constants.ts'
import { until } from './iteration.ts'
import { Udp } from './udp.ts'

const MAX_DATAGRAM_BYTES = 65_535

/**
 * A UDP socket: it sends and receives single datagrams, each with an address (udp(7)). A datagram arrives whole or not
 * at all; an empty one is a datagram like any other and no end of anything.
 *
 * Every method throws, or rejects with, a SocketError: EBADF after close(), ETIMEDOUT when the time of settimeout()
 * has passed, and what the method itself names. A wrong argument is a TypeError or RangeError.
 * A socket that has a port, by bind() or by its first sendto(), keeps the process alive until it is closed.
 */
export class DatagramSocket implements AsyncIterable<[Buffer, Address]> {
  readonly #calls: Calls
  readonly #udp: Udp

  /** Programs call socket() instead. */
  constructor(family: Family) {
    this.#calls = new Calls(new.target.prototype)
    this.#udp = new Udp(family, this.#calls)
    this.#calls.made(`UDP, ${familyNames[family]}`)
  }

  /**
   * Gives the socket its own address (bind(2)): host '' means all interfaces, port 0 any free port. It is bound when
   * this returns; only for a host name that has to be looked up, the next call waits for it and reports its errors.
   * @throws EADDRINUSE, EADDRNOTAVAIL, EACCES; EINVAL when the socket has a port already
   */
  bind(address: Address): void {
    this.#calls.now('bind', (call) => this.#udp.bind(call, address))
  }

  /**
   * Sends one datagram to an address and returns its length (sendto(2)). Whether it arrives, nobody tells.
   * Known gap: on a connected socket EISCONN, as on macOS; Linux would send.
   * @throws EMSGSIZE above 65507 bytes; EDESTADDRREQ without an address; ENOTFOUND for an unknown name
   */
  sendto(bytes: Uint8Array, address: Address): Promise<number> {
    return this.#calls.sending('sendto', (call) => this.#udp.sendto(call, bytes, address))
  }

  /**
   * Waits for one datagram and returns it with the address it came from: where to send an answer (recvfrom(2)). Of one
   * longer than `max` bytes the rest is lost. A socket that was never bound gets a port that nobody knows, and waits
   * for ever as on Linux.
   */
  recvfrom(max: number): Promise<[Buffer, Address]> {
    return this.#receive('recvfrom', max)
  }

  /**
   * Fixes the peer (connect(2)): send() goes to it and only its datagrams are received. No packet is sent, so it
   * succeeds also when nobody is there; that a later datagram was refused, the next call tells: ECONNREFUSED.
   * @throws ENOTFOUND for an unknown name
   */
  connect(address: Address): Promise<void> {
    return this.#calls.later('connect', (call) => this.#udp.connect(call, address))
  }

  /**
   * Sends one datagram to the peer of connect() (send(2)).
   * @throws EDESTADDRREQ without connect(); ECONNREFUSED when an earlier one was refused; EMSGSIZE above 65507 bytes
   */
  send(bytes: Uint8Array): Promise<number> {
    return this.#calls.sending('send', (call) => this.#udp.send(call, bytes))
  }

  /** Like recvfrom(), without the address (recv(2)). @throws ECONNREFUSED on a connected socket whose datagram was refused */
  async recv(max: number): Promise<Buffer> {
    return (await this.#receive('recv', max))[0]
  }

  /** Gives the socket back (close(2)). What was sent before is still sent; calls that wait fail with EBADF. Closing twice does nothing. */
  async close(): Promise<void> {
    if (this.#calls.closed) return
    await this.#calls.later('close', () => {
      this.#calls.closed = true
      return this.#udp.close()
    })
  }

  /** How many milliseconds (Python: seconds) a call may wait before it fails with ETIMEDOUT; null: for ever. The socket stays usable. */
  settimeout(ms: number | null): void {
    this.#calls.now('settimeout', (call) => {
      this.#calls.timeoutMs = checkTimeout(call, ms)
    })
  }

  /**
   * Sets SO_REUSEADDR (before bind), SO_BROADCAST, SO_RCVBUF or SO_SNDBUF in bytes (socket(7)).
   * @throws ENOPROTOOPT for every other option: Node has no way to set it
   */
  setsockopt(level: number, option: number, value: number | boolean): void {
    this.#calls.now('setsockopt', (call) => this.#udp.setsockopt(call, [level, option, value]))
  }

  /** The socket's own address (getsockname(2)); port 0 as long as it has none. */
  getsockname(): Address {
    return this.#calls.now('getsockname', (call) => this.#udp.local(call))
  }

  /** The address given to connect() (getpeername(2)). @throws ENOTCONN */
  getpeername(): Address {
    return this.#calls.now('getpeername', (call) => this.#udp.peer(call))
  }

  /**
   * How many datagrams were lost because 212 992 bytes (or twice SO_RCVBUF) already waited to be received. Those that
   * the system itself dropped, while the program computed and did not wait, nobody counts. Python has no such number.
   */
  get dropped(): number {
    return this.#udp.dropped
  }

  /** Not for UDP. @throws EOPNOTSUPP */
  listen(..._unused: unknown[]): Promise<never> {
    return this.#refuse('listen')
  }

  /** Not for UDP. @throws EOPNOTSUPP */
  accept(): Promise<never> {
    return this.#refuse('accept')
  }

  /** `for await (const [bytes, address] of socket)`: recvfrom() until the socket is closed, then the loop ends. */
  [Symbol.asyncIterator](): AsyncIterator<[Buffer, Address], undefined> {
    const next = () => until(() => this.#calls.closed, this.#receive('recvfrom', MAX_DATAGRAM_BYTES, next))
    return { next }
  }

  #receive(name: string, max: number, callee?: Callee): Promise<[Buffer, Address]> {
    return this.#calls.later(name, (call) => this.#udp.receive(call, max), callee)
  }

  #refuse(name: string): Promise<never> {
    return this.#calls.later(name, async (call) => {
      throw call.error(
        'EOPNOTSUPP',
        'UDP has no connections: bind(), then recvfrom() gives each datagram and its sender',
      )
    })
  }
}
