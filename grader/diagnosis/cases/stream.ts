import { stream, connect, hello, served, second } from './expectations.ts'
import { call, caseOf, crashedWith, exited, row, type Row } from './shorthands.ts'

export const streamRows: readonly Row[] = [
  row(
    'accept() before the loop',
    'served-only-once',
    caseOf('tcp server', stream('client 2', 'WORLD'), second),
    'Client 1 was served, client 2 connected but got nothing',
    'accept() returns ONE connection',
  ),
  row(
    'nobody takes the second connection',
    'served-only-once',
    caseOf('tcp server', connect('client 2', 'silence'), served),
    'nobody took the connection',
  ),
  row(
    'silence',
    'no-reply',
    caseOf('tcp server', stream('client 1', 'HELLO'), `${hello}\ngrader deadline`, {
      calls: [call('accept'), call('accept', undefined, { waits: true })],
    }),
    "Client 1 sent 'hello' and got no answer within 5 s. Your program waits in accept().",
  ),
  row(
    'a deadlock',
    'waits-for-eof',
    caseOf(
      'tcp server',
      stream('client 1', 'HELLO'),
      `${hello}\ngrader deadline\nclient 1 finish\nclient 1 receive HELLO`,
    ),
    'Deadlock: client 1 waits for your answer, and you wait for its end of file',
  ),
  row(
    'recv() where the server speaks first',
    'waits-for-eof',
    caseOf(
      'tcp server',
      stream('client 1', 'welcome 1\n'),
      'client 1 connect\ngrader deadline\nclient 1 finish\nclient 1 receive welcome 1\\n',
    ),
    'the server speaks first',
  ),
  row(
    'a hang-up',
    'closed-without-reply',
    caseOf('tcp server', stream('client 1', 'HELLO', '', 'end'), hello, { stdout: 'HELLO\n' }),
    "Client 1 sent 'hello', and you closed the connection without a reply.",
    'on your own screen',
  ),
  row(
    'close() before send()',
    'closed-without-reply',
    caseOf(
      'tcp server',
      stream('client 1', 'HELLO', '', 'end'),
      hello,
      crashedWith('OSError', 'EBADF', 'connection.sendall(data)'),
    ),
    'closed the connection and called sendall() on it afterwards',
  ),
  row(
    'a reset before the reply',
    'reset-connection',
    caseOf('tcp server', stream('client 1', 'HELLO', '', 'reset'), hello),
    'reset (RST) before any reply',
    'still unread',
  ),
  row(
    'a reset after the reply',
    'reset-connection',
    caseOf('tcp server', { kind: 'end', by: 'client 1', why: 'reset' }, served),
    'reset (RST) instead of closed (FIN)',
  ),
  row(
    'no close()',
    'not-closed',
    caseOf(
      'tcp server',
      { kind: 'end', by: 'client 1', why: 'silence' },
      `${hello}\nclient 1 receive HELLO\nclient 1 finish`,
    ),
    '2 s after client 1 had finished',
    'Close the connection socket',
  ),
  row(
    'the end at an end of file',
    'died-on-eof',
    caseOf(
      'tcp server',
      connect('client 2', 'refused', false),
      'client 1 connect\nclient 1 finish',
      exited(),
    ),
    'Client 1 closed without sending anything',
    'end of file',
    'your server died.',
  ),
  row(
    'a served client that finishes is no end of file',
    'ended-after-first-client',
    caseOf(
      'tcp server',
      connect('client 2', 'refused'),
      'client 1 connect\nclient 1 receive welcome 1\\n\nclient 1 finish',
      exited(),
    ),
    'Client 1 was served',
  ),
]
