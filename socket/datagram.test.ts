import { socket, AF_INET, SO_RCVBUF, SOCK_DGRAM, SOL_SOCKET, type DatagramSocket } from './index.ts'
import { mailbox } from './testing.ts'

const bytes = (text: string) => Buffer.from(text)
const loose = (value: unknown) => value as never

test('un-awaited datagrams are sent before close()', async () => {
  const { box, address } = mailbox()
  const client = socket(AF_INET, SOCK_DGRAM)
  void client.sendto(bytes('one'), address)
  void client.sendto(bytes('two'), ['localhost', address[1]])
  void client.close()
  expect((await box.recv(10)).toString()).toBe('one')
  expect((await box.recv(10)).toString()).toBe('two')
  await box.close()
})

test('two pending recvfrom() are served in order', async () => {
  const { box, address } = mailbox()
  const pending = [box.recvfrom(10), box.recvfrom(10)]
  const client = socket(AF_INET, SOCK_DGRAM)
  await client.sendto(bytes('one'), address)
  await client.sendto(bytes(''), address)
  const received = await Promise.all(pending)
  expect(received.map(([data]) => data.toString())).toEqual(['one', ''])
  expect(received[0]?.[1]).toEqual(['127.0.0.1', client.getsockname()[1]])
  await Promise.all([box.close(), client.close()])
})

test('a receive loop may start before the first sendto()', async () => {
  const { box, address } = mailbox()
  const client = socket(AF_INET, SOCK_DGRAM)
  const answer = client.recvfrom(10)
  await client.sendto(bytes('hello'), address)
  const [, from] = await box.recvfrom(10)
  await box.sendto(bytes('HELLO'), from)
  expect((await answer)[0].toString()).toBe('HELLO')
  await Promise.all([box.close(), client.close()])
})

test('for await ends quietly when the socket is closed', async () => {
  const { box, address } = mailbox()
  const client = socket(AF_INET, SOCK_DGRAM)
  await client.sendto(bytes(''), address)
  await client.sendto(bytes('last'), address)
  const received: string[] = []
  for await (const [data] of box) {
    received.push(data.toString())
    if (received.length === 2) await box.close()
  }
  expect(received).toEqual(['', 'last'])
  await client.close()
})

test('close() ends the calls that wait', async () => {
  const { box } = mailbox()
  const pending = box.recvfrom(10)
  void box.close()
  await expect(pending).rejects.toThrow('recvfrom: EBADF: this socket was closed while the call waited')
  await expect(box.recvfrom(10)).rejects.toThrow('recvfrom: EBADF: this socket was closed')
})

test('a host name that has to be looked up reports its error at the next call', async () => {
  const box = socket(AF_INET, SOCK_DGRAM)
  box.bind(['no such host', 0])
  await expect(box.recvfrom(10)).rejects.toThrow(
    "recvfrom: ENOTFOUND: no IPv4 address is known for the name 'no such host'",
  )
  await box.close()
})

const one = () => socket(AF_INET, SOCK_DGRAM)
test.each<[string, (box: DatagramSocket) => unknown]>([
  [
    'listen: EOPNOTSUPP: UDP has no connections: bind(), then recvfrom() gives each datagram and its sender',
    (box) => box.listen(1),
  ],
  [
    'accept: EOPNOTSUPP: UDP has no connections: bind(), then recvfrom() gives each datagram and its sender',
    (box) => box.accept(),
  ],
  [
    'sendto: EDESTADDRREQ: say where to: sendto(bytes, [host, port])',
    (box) => box.sendto(bytes('x'), loose(undefined)),
  ],
  [
    'send: EDESTADDRREQ: say where to: sendto(bytes, [host, port]), or connect() first',
    (box) => box.send(bytes('x')),
  ],
  [
    'sendto: a socket carries bytes, not text; encode it: Buffer.from(text)',
    (box) => box.sendto(loose('x'), ['', 1]),
  ],
  [
    'sendto: expected one address, [host, port], got the number 5000',
    (box) => box.sendto(bytes('x'), loose(5000)),
  ],
  [
    'sendto: EMSGSIZE: the datagram is too big; UDP over IPv4 carries at most 65507 bytes',
    (box) => box.sendto(Buffer.alloc(65_508), ['', 9]),
  ],
  [
    'recv: expected the largest number of bytes to return, as in recv(1024), got undefined',
    (box) => box.recv(loose(undefined)),
  ],
  [
    'getpeername: ENOTCONN: this socket has no fixed peer; recvfrom() tells who sent a datagram',
    (box) => box.getpeername(),
  ],
  [
    'setsockopt: ENOPROTOOPT: Node cannot set TCP_NODELAY on this socket; it can set SO_REUSEADDR, SO_BROADCAST, SO_RCVBUF, SO_SNDBUF',
    (box) => box.setsockopt(6, 1, 1),
  ],
])('%s', async (message, mistake) => {
  const box = one()
  const error: unknown = await Promise.resolve(box)
    .then(mistake)
    .catch((reason: unknown) => reason)
  expect((error as Error).message).toBe(message)
  expect((error as Error).stack).toMatch(/\n +at .*datagram\.test\.ts/)
  await box.close()
})

test('what finds the queue full is dropped and counted', async () => {
  const { box, address } = mailbox()
  box.setsockopt(SOL_SOCKET, SO_RCVBUF, 8192)
  const client = socket(AF_INET, SOCK_DGRAM)
  // A turn of the event loop after each, so that the queue fills up and not the kernel's buffer.
  for (let i = 0; i < 1000 && box.dropped === 0; i += 1) {
    await client.sendto(Buffer.alloc(1000), address)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(box.dropped).toBeGreaterThan(0)
  expect(await box.recv(2000)).toHaveLength(1000)
  await Promise.all([box.close(), client.close()])
})
