import { connect, datagrams, listening, asked } from './expectations.ts'
import { call, caseOf, crashedWith, exited, port, row, type Row } from './shorthands.ts'

export const datagramsRows: readonly Row[] = [
  row(
    'listen() with UDP',
    'listen-on-udp',
    caseOf(
      'udp server',
      connect('client 1', 'exit'),
      '',
      crashedWith('OSError', 'EOPNOTSUPP', 'server.listen(1)'),
    ),
    'UDP sockets cannot listen()',
    'no connection to accept',
  ),
  row(
    'a reply to itself',
    'replied-to-self',
    caseOf('udp server', datagrams('client 1', ['HELLO']), asked, {
      calls: [call('sendto', ['127.0.0.1', port])],
    }),
    'replied to port 49871, the port you bound',
    'client 1 hears nothing',
  ),
  row(
    'a reply to itself, without a trace',
    'replied-to-self',
    caseOf('udp server', datagrams('client 1', ['HELLO']), asked, { busy: 0.9 }),
    'receives its own replies',
  ),
  row(
    'a reply to a fixed address',
    'replied-elsewhere',
    caseOf('udp server', datagrams('client 1', ['HELLO']), asked, {
      calls: [call('sendto', ['127.0.0.1', 12001])],
    }),
    'You replied to 127.0.0.1:12001, where client 1 is not',
  ),
  row(
    "the first client's address kept",
    'reply-to-wrong-client',
    caseOf(
      'udp server',
      datagrams('bob', ['WORLD']),
      'ada send hello\nada receive HELLO\nbob send world\nada receive WORLD\ngrader deadline',
    ),
    'Ada received the answer meant for bob',
    'THAT datagram',
  ),
  row(
    'the address of a client that is gone',
    'reply-to-wrong-client',
    caseOf('udp server', datagrams('bob', ['WORLD']), 'ada send hello\nbob send world\ngrader deadline', {
      calls: [call('sendto', ['127.0.0.1', 4001]), call('sendto', ['127.0.0.1', 4001])],
    }),
    'went to 127.0.0.1:4001, the address of ada',
  ),
  row(
    'a new socket for the reply',
    'reply-from-other-port',
    caseOf('udp server', { kind: 'same-port', by: 'client 1', from: '127.0.0.1:37464' }, asked),
    'came from 127.0.0.1:37464',
    'written to port 49871',
  ),
  row(
    'a small buffer',
    'reply-truncated',
    caseOf(
      'udp server',
      datagrams('client 1', ['A'.repeat(100)], ['A'.repeat(64)]),
      `client 1 send ${'a'.repeat(100)}`,
    ),
    '100 bytes were sent, 64 came back: recvfrom(64) cuts',
  ),
  row(
    'a small buffer, counted',
    'reply-truncated',
    caseOf(
      'udp server',
      datagrams('client 1', ['got 100 bytes'], ['got 64 bytes']),
      `client 1 send ${'a'.repeat(100)}`,
    ),
    'recvfrom(64) cuts',
  ),
  row(
    'characters for bytes',
    'counted-characters',
    caseOf('udp server', datagrams('client 1', ['got 6 bytes'], ['got 3 bytes']), 'client 1 send ééé'),
    "6 bytes was sent, 'ééé'",
    '3 characters, not 6 bytes',
  ),
  row(
    'every second one',
    'missing-reply',
    caseOf(
      'udp server',
      datagrams('client 1', ['A', 'B', 'C', 'D'], ['A', 'C']),
      'client 1 send a\nclient 1 send b\nclient 1 send c\nclient 1 send d\nclient 1 receive A\nclient 1 receive C',
    ),
    'sent 4 datagrams and got only 2 answers',
  ),
  row(
    'one too many',
    'extra-datagram',
    caseOf('udp server', datagrams('client 1', [], ['BYE']), asked),
    'had all its answers, and then 1 more datagram came',
  ),
  row(
    'twice each',
    'extra-datagram',
    caseOf(
      'udp server',
      datagrams('client 1', ['A', 'B'], ['A', 'A']),
      'client 1 send a\nclient 1 send b\nclient 1 receive A\nclient 1 receive A',
    ),
    'heard the same answer more than once',
  ),
  row(
    'a letter a datagram',
    'split-datagram',
    caseOf(
      'udp server',
      datagrams('client 1', ['ABC'], ['A']),
      'client 1 send abc\nclient 1 receive A\nclient 1 receive B\nclient 1 receive C',
    ),
    'The answer came in 3 datagrams',
  ),
  row(
    'one and no more',
    'stopped-answering',
    caseOf(
      'udp server',
      datagrams('client 2', ['WORLD']),
      'client 1 send hello\nclient 1 receive HELLO\nclient 2 send world',
      exited(),
    ),
    'Client 1 was answered, and then your program ended',
  ),
  row(
    'one and then silence',
    'stopped-answering',
    caseOf(
      'udp server',
      datagrams('client 2', ['WORLD']),
      'client 1 send hello\nclient 1 receive HELLO\nclient 2 send world',
    ),
    'went silent',
  ),
  row(
    'tied to the first client',
    'stopped-answering',
    caseOf('udp server', connect('client 2', 'refused'), 'client 1 send hello\nclient 1 receive HELLO', {
      sockets: [listening(port, '127.0.0.1', { transport: 'udp', state: 'connected' })],
    }),
    'connect()ed the socket',
  ),
  row(
    'an empty datagram taken for the end',
    'stopped-at-empty-datagram',
    caseOf(
      'udp server',
      datagrams('client 1', ['got 0 bytes', 'got 1 bytes']),
      "client 1 send a\nclient 1 receive got 1 bytes\nclient 1 send ''\nclient 1 send b",
      exited(),
    ),
    'an empty datagram, and your program ended',
    'UDP has no end of file',
  ),
  row(
    'an empty datagram and then silence',
    'stopped-at-empty-datagram',
    caseOf(
      'udp server',
      datagrams('client 1', ['got 0 bytes']),
      "client 1 send a\nclient 1 receive got 1 bytes\nclient 1 send ''",
    ),
    'from then on got no answer',
  ),
  row(
    'the wish for an answer, any answer',
    'no-reply',
    caseOf('udp server', datagrams('client 1', []), asked),
    "Client 1 sent 'hello' and got no answer",
  ),
]
