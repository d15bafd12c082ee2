import type { Address } from './address.ts'
import { checkTimeout } from './arguments.ts'
import type { Call, Callee } from './call.ts'
import { Calls } from './calls.ts'
import type { Connection } from './connection.ts'
import { familyNames, type Family, type How } from './constants.ts'
import { until } from './iteration.ts'
import { Tcp } from './tcp.ts'

/**
 * A TCP socket. It listens or it is one end of a connection: the calls decide which, as in C and Python (tcp(7)).
 *
 * Every method throws, or rejects with, a SocketError: EBADF after close(), ETIMEDOUT when the time of settimeout()
 * has passed, and what the method itself names. A wrong argument is a TypeError or RangeError.
 * A listening socket keeps the process alive until it is closed; a connection only while a call waits on it.
 */
export class StreamSocket implements AsyncIterable<[StreamSocket, Address]> {
  readonly #calls: Calls
  readonly #tcp: Tcp

  /** Programs call socket() instead; a connection comes from accept(). */
  constructor(family: Family, connection?: Connection) {
    this.#calls = new Calls(new.target.prototype)
    this.#tcp = new Tcp(family, this.#calls, connection)
    if (!connection) this.#calls.made(`TCP, ${familyNames[family]}`)
  }

  /**
   * Gives the socket its own address (bind(2)): host '' means all interfaces, port 0 any free port.
   * Known gaps: a port in use (EADDRINUSE) or a host of another machine (EADDRNOTAVAIL) is reported by listen() or
   * connect(), where Python reports it here; and port 0 stays 0 until then.
   * @throws EINVAL when the socket has an address already
   */
  bind(address: Address): void {
    this.#calls.now('bind', (call) => this.#tcp.bind(call, address))
  }

  /**
   * Lets clients connect (listen(2)); without bind() on a port that the system chooses.
   * Known gap: Node takes connections before accept() asks for them, so `backlog` does not limit how many wait.
   * @throws EADDRINUSE, EADDRNOTAVAIL or EACCES for the address of bind(); EINVAL when this is a connection
   */
  listen(backlog = 128): Promise<void> {
    return this.#calls.later('listen', (call) => this.#tcp.listen(call, backlog))
  }

  /**
   * Waits for the next client and returns a new socket for it, and its address (accept(2)). The listening socket stays
   * as it was; call accept() again for the next client. A client that reset its connection while it was in the queue
   * is returned too, as on Linux, and recv() tells; its address may be unknown then: ['0.0.0.0', 0].
   * @throws EINVAL without listen(); EMFILE when too many sockets are open
   */
  accept(): Promise<[StreamSocket, Address]> {
    return this.#accept()
  }

  /**
   * Connects to a server: the handshake of TCP (connect(2)). After a failure it may be tried again.
   * @throws ECONNREFUSED when nothing listens there; ENOTFOUND for an unknown name; EISCONN or EALREADY the second time
   */
  connect(address: Address): Promise<void> {
    return this.#calls.later('connect', (call) => this.#tcp.connect(call, address))
  }

  /**
   * Waits for bytes and returns what has arrived, 1 to `max` bytes: any piece of what the peer sent, not one message
   * of it (recv(2)). The rest stays for the next recv(). Length 0 means that the peer has finished sending.
   * @throws ENOTCONN on a listening or unconnected socket; ECONNRESET when the peer reset the connection
   */
  recv(max: number): Promise<Buffer> {
    return this.#calls.later('recv', (call) => this.#tcp.recv(call, max))
  }

  /**
   * Sends bytes and returns how many were taken (send(2)). As on Linux that is all of them, after waiting for a slow
   * peer if need be; only with settimeout() it may be fewer, and the rest is yours to send (or use sendall()).
   * "Taken" means by the system, up to 64 KiB of it by Node: not yet received, and never acknowledged by the program
   * at the other end. Un-awaited sends go out in order, also before close().
   * @throws ENOTCONN as recv() (Linux says EPIPE); EPIPE or ECONNRESET when the peer is gone. These two, when nobody
   * awaits the promise, do not end the process: the next call on the socket tells.
   */
  send(bytes: Uint8Array): Promise<number> {
    return this.#calls.sending('send', (call) => this.#tcp.send(call, bytes, true))
  }

  /**
   * Sends all bytes, however long that takes (Python's sendall).
   * @throws as send(); after ETIMEDOUT it is unknown how many bytes were sent
   */
  sendall(bytes: Uint8Array): Promise<void> {
    return this.#calls.sending('sendall', async (call) => {
      await this.#tcp.send(call, bytes, false)
    })
  }

  /**
   * Ends one direction or both without closing (shutdown(2)). After SHUT_WR the peer reads the end of the stream (FIN),
   * and its answer can still be received: a half-close.
   * Known gaps: after SHUT_RD bytes that arrived before are no longer returned; a listening socket says ENOTCONN.
   * @throws ENOTCONN when there is no connection
   */
  shutdown(how: How): Promise<void> {
    return this.#calls.sending('shutdown', (call) => this.#tcp.shutdown(call, how))
  }

  /**
   * Gives the socket back (close(2)). What was sent before is still delivered, then FIN; RST instead when received
   * bytes were not read. Calls that wait fail with EBADF. Closing twice does nothing. On the listening socket: no more
   * clients, the connections already accepted live on, those that nobody accepted are reset.
   */
  async close(): Promise<void> {
    if (this.#calls.closed) return
    await this.#calls.later('close', () => {
      this.#calls.closed = true
      return this.#tcp.close()
    })
  }

  /** How many milliseconds (Python: seconds) a call may wait before it fails with ETIMEDOUT; null: for ever. The socket stays usable. */
  settimeout(ms: number | null): void {
    this.#calls.now('settimeout', (call) => {
      this.#calls.timeoutMs = checkTimeout(call, ms)
    })
  }

  /**
   * Sets SO_KEEPALIVE or TCP_NODELAY; accepted sockets inherit both (socket(7), tcp(7)). SO_REUSEADDR is always on.
   * @throws ENOPROTOOPT for every other option: Node has no way to set it
   */
  setsockopt(level: number, option: number, value: number | boolean): void {
    this.#calls.now('setsockopt', (call) => this.#tcp.setsockopt(call, [level, option, value]))
  }

  /** The socket's own address (getsockname(2)); port 0 until listen() or connect() when the system is to choose it. */
  getsockname(): Address {
    return this.#calls.now('getsockname', (call) => this.#tcp.local(call))
  }

  /** The address of the other end (getpeername(2)). @throws ENOTCONN */
  getpeername(): Address {
    return this.#calls.now('getpeername', (call) => this.#tcp.peer(call))
  }

  /** Not for TCP: a connection knows its peer. @throws EOPNOTSUPP (Linux would send, or receive, on the connection) */
  sendto(..._unused: unknown[]): Promise<never> {
    return this.#calls.later('sendto', async (call) => {
      throw call.error('EOPNOTSUPP', 'a TCP socket sends to the peer it is connected to; use send(bytes)')
    })
  }

  /** Not for TCP, see sendto(). @throws EOPNOTSUPP */
  recvfrom(..._unused: unknown[]): Promise<never> {
    return this.#calls.later('recvfrom', async (call) => {
      throw call.error('EOPNOTSUPP', 'a TCP socket receives from the peer it is connected to; use recv(max)')
    })
  }

  /** `for await (const [connection, address] of server)`: accept() until the socket is closed, then the loop ends. */
  [Symbol.asyncIterator](): AsyncIterator<[StreamSocket, Address], undefined> {
    const next = () => until(() => this.#calls.closed, this.#accept(next))
    return { next }
  }

  #accept(callee?: Callee): Promise<[StreamSocket, Address]> {
    const taken = async (call: Call): Promise<[StreamSocket, Address]> => {
      const connection = await this.#tcp.accept(call)
      const accepted = made(this.#tcp.family, connection)
      const [host, port] = connection.peer
      const result = `socket ${accepted.#calls.socket}, from ${host}, port ${port}`
      call.note({ accepted: accepted.#calls.socket, address: connection.peer, result })
      return [accepted, connection.peer]
    }
    return this.#calls.later('accept', taken, callee)
  }
}

// Outside the class: a class that names itself is renamed by the bundler, and console.log() would show that name.
const made = (family: Family, connection: Connection) => new StreamSocket(family, connection)
