/**
 * Berkeley sockets for TypeScript: the calls of socket(2) and of Python's `socket` module, as promises.
 *
 *     const server = socket(AF_INET, SOCK_STREAM)
 *     server.bind(['', 12000])
 *     await server.listen()
 *     while (true) {
 *       const [connection, address] = await server.accept()
 *       const message = await connection.recv(1024)
 *       await connection.sendall(message)
 *       await connection.close()
 *     }
 *
 * Where it must differ from Python, the method's own description says so under "Known gap".
 */
export type { Address } from './address.ts'
export {
  AF_INET,
  AF_INET6,
  IPPROTO_TCP,
  SHUT_RD,
  SHUT_RDWR,
  SHUT_WR,
  SO_BROADCAST,
  SO_KEEPALIVE,
  SO_RCVBUF,
  SO_REUSEADDR,
  SO_SNDBUF,
  SOCK_DGRAM,
  SOCK_STREAM,
  SOL_SOCKET,
  TCP_NODELAY,
} from './constants.ts'
export type { Family, How } from './constants.ts'
export { DatagramSocket } from './datagram.ts'
export { SocketError } from './errors.ts'
export { socket } from './socket.ts'
export { StreamSocket } from './stream.ts'
