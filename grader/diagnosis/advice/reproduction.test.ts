import { bytes, caseOf } from '../cases/shorthands.ts'
import { connect, stream } from '../cases/expectations.ts'
import { reproduction } from './reproduction.ts'

const tcp = (story: string) => caseOf('tcp server', stream('client 2', 'WORLD'), story)
const udp = (story: string) =>
  caseOf('udp server', { kind: 'datagrams', by: 'client 1', want: [], got: [] }, story)

test.each([
  ['one client', tcp('client 1 connect\nclient 1 send hello'), "printf %s 'hello' | nc -w 2 127.0.0.1 12000"],
  [
    'two clients',
    tcp('client 1 connect\nclient 1 send hello\nclient 2 connect\nclient 2 send world'),
    "for client in 1 2; do printf %s 'world' | nc -w 2 127.0.0.1 12000; done",
  ],
  [
    'a silent client first',
    tcp('client 1 connect\nclient 1 finish\nclient 2 connect\nclient 2 send world'),
    "nc -w 2 127.0.0.1 12000 < /dev/null; printf %s 'world' | nc -w 2 127.0.0.1 12000",
  ],
  [
    'clients that wait together',
    tcp('client 1 connect\ngrader pause\nclient 2 connect\nclient 3 connect'),
    'for client in 1 2 3; do nc -w 2 127.0.0.1 12000 < /dev/null & done; wait',
  ],
  [
    'two lines',
    tcp('client 1 send hel lo\\nyou\\n'),
    "printf '%b' 'hel lo\\nyou\\n' | nc -w 2 127.0.0.1 12000",
  ],
  [
    'a long line',
    tcp(`client 1 send ${'x'.repeat(1200)}\\n`),
    "(head -c 1201 /dev/zero | tr '\\0' a; echo) | nc -w 2 127.0.0.1 12000",
  ],
  [
    'a client that resets',
    tcp('client 1 connect\nclient 1 abort\nclient 2 connect'),
    `python3 -c "import socket, struct; s = socket.create_connection(('127.0.0.1', 12000)); s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0)); s.close()"; printf %s 'hello' | nc -w 2 127.0.0.1 12000`,
  ],
  ['a datagram', udp('client 1 send hello'), "printf %s 'hello' | nc -u -w 1 127.0.0.1 12000"],
  [
    'a long datagram',
    udp(`client 1 send ${'x'.repeat(1200)}`),
    "head -c 1200 /dev/zero | tr '\\0' a | nc -u -w 1 127.0.0.1 12000",
  ],
  [
    'a key-value server',
    caseOf(
      'udp server',
      { kind: 'lookup', by: 'bob', key: bytes('a b'), want: bytes('a b=c'), got: null },
      'ada send a b=c\nada send d=e\nbob send a b',
    ),
    `for datagram in 'a b=c' 'a b'; do printf %s "$datagram" | nc -u -w 1 127.0.0.1 12000; done`,
  ],
  ['nobody yet', caseOf('tcp server', connect('client 1', 'refused')), 'nc -w 2 127.0.0.1 12000 < /dev/null'],
  ['a client program', caseOf('udp client', { kind: 'call', why: 'silence' }), 'nc -u -l 127.0.0.1 12000'],
])('%s', (_, broken, command) => {
  expect(reproduction(broken, 'no-reply')).toBe(command)
})

test('half a line, and the other half of another client', () => {
  const lines = {
    kind: 'line-replies',
    by: 'client 2',
    before: 0,
    want: [],
    got: Buffer.alloc(0),
    why: 'different',
  } as const
  expect(reproduction(caseOf('tcp server', lines, 'client 1 send hel'), 'stale-reply')).toBe(
    "printf hel | nc -w 2 127.0.0.1 12000; printf 'lo\\n' | nc -w 2 127.0.0.1 12000",
  )
})

test('an empty datagram, which nc cannot send', () => {
  expect(reproduction(udp("client 1 send a\nclient 1 send ''"), 'stopped-at-empty-datagram')).toContain(
    "sendto(b''",
  )
})

test('an answer that is no text, for a client that prints it', () => {
  const nothing = new Uint8Array()
  const output = { kind: 'output', pieces: [nothing], got: nothing, exactly: true, why: 'exit' } as const
  expect(reproduction(caseOf('tcp client', output), 'decoded-output')).toBe(
    "printf 'HTTP/1.1 200 OK\\r\\n\\r\\n\\377\\330' | nc -l 127.0.0.1 12000",
  )
})

test('what a second terminal cannot show has none', () => {
  expect(reproduction(tcp(''), 'does-not-parse')).toBe('')
})
