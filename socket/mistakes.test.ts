import { socket, AF_INET, SOCK_STREAM, SocketError } from './index.ts'
import { connected, listening } from './testing.ts'

describe('errors', () => {
  test('have code, errno and syscall, and their stack starts at the caller', async () => {
    const { server } = await listening()
    async function studentCode() {
      await server.recv(10)
    }
    const error: unknown = await studentCode().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SocketError)
    expect(error).toMatchObject({ name: 'SocketError', code: 'ENOTCONN', syscall: 'recv' })
    expect((error as SocketError).errno).toBeGreaterThan(0)
    expect((error as SocketError).stack).toMatch(
      /^SocketError: recv: ENOTCONN: this is the listening socket; use the one accept\(\) returned\n +at studentCode /,
    )
    await server.close()
  })

  test('that come later point at the caller too', async () => {
    const { client, connection } = await connected()
    async function studentCode() {
      client.settimeout(10)
      await client.recv(10)
    }
    await expect(studentCode()).rejects.toMatchObject({
      stack: expect.stringMatching(/ETIMEDOUT.*\n +at studentCode /),
    })
    await Promise.all([client.close(), connection.close()])
  })

  const one = () => socket(AF_INET, SOCK_STREAM)
  const loose = (value: unknown) => value as never
  test.each<[string, () => unknown]>([
    ['send: a socket carries bytes, not text; encode it: Buffer.from(text)', () => one().send(loose('hi'))],
    [
      'send: expected bytes (a Buffer), got a Promise: did you forget await?',
      () => one().send(loose(Promise.resolve())),
    ],
    ['sendall: expected bytes (a Buffer), got undefined', () => one().sendall(loose(undefined))],
    [
      'recv: expected the largest number of bytes to return, as in recv(1024), got undefined',
      () => one().recv(loose(undefined)),
    ],
    ['recv: the number of bytes must be a whole number from 0 on, got -1', () => one().recv(-1)],
    [
      "bind: the port must be a number, got the string '5000' (did you forget Number(…)?)",
      () => one().bind(['', loose('5000')]),
    ],
    ['bind: the port must be a whole number from 0 to 65535, got NaN', () => one().bind(['', NaN])],
    [
      "bind: expected one address, [host, port], got the string '127.0.0.1'",
      () => one().bind(loose('127.0.0.1')),
    ],
    ['connect: the host must be a string, got undefined', () => one().connect([loose(undefined), 1])],
    [
      'connect: EAI_ADDRFAMILY: ::1 is an IPv6 address; make the socket with AF_INET6',
      () => one().connect(['::1', 1]),
    ],
    ['settimeout: expected milliseconds above 0, or null to wait for ever, got 0', () => one().settimeout(0)],
    ['accept: EINVAL: this socket does not listen; call listen() first', () => one().accept()],
    [
      'sendto: EOPNOTSUPP: a TCP socket sends to the peer it is connected to; use send(bytes)',
      () => one().sendto(),
    ],
    [
      'recvfrom: EOPNOTSUPP: a TCP socket receives from the peer it is connected to; use recv(max)',
      () => one().recvfrom(1),
    ],
    [
      'shutdown: expected SHUT_RD, SHUT_WR or SHUT_RDWR, got undefined',
      () => one().shutdown(loose(undefined)),
    ],
    [
      'setsockopt: ENOPROTOOPT: Node cannot set SO_RCVBUF on this socket; it can set SO_REUSEADDR, SO_KEEPALIVE, TCP_NODELAY',
      () => one().setsockopt(1, 8, 1),
    ],
    [
      'socket: expected the family AF_INET or AF_INET6 first, got the number 1',
      () => socket(loose(1), SOCK_STREAM),
    ],
    [
      'socket: expected the type SOCK_STREAM or SOCK_DGRAM second, got undefined',
      () => socket(AF_INET, loose(undefined)),
    ],
  ])('%s', async (message, mistake) => {
    const error: unknown = await Promise.resolve()
      .then(mistake)
      .catch((reason: unknown) => reason)
    expect((error as Error).message).toBe(message)
    expect((error as Error).stack).toMatch(/\n +at .*mistakes\.test\.ts/)
  })
})
