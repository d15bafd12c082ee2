import { stream, hello, served } from './expectations.ts'
import { bytes, caseOf, crashedWith, row, type Row } from './shorthands.ts'

export const replyRows: readonly Row[] = [
  row(
    'the request itself',
    'wrong-reply',
    caseOf('tcp server', stream('client 1', 'HELLO', 'hello'), hello),
    "You replied 'hello'",
    'unchanged',
  ),
  row(
    'something else',
    'wrong-reply',
    caseOf('tcp server', stream('client 1', 'HELLO', 'BYE'), hello),
    "Client 1 sent 'hello' and received 'BYE' instead of 'HELLO'.",
  ),
  row(
    'backwards',
    'wrong-reply',
    caseOf('tcp server', stream('client 1', 'HELLO', 'OLLEH'), hello),
    'from the last to the first',
  ),
  row(
    'bytes as Python shows them',
    'wrong-reply',
    caseOf('tcp server', stream('client 1', 'HELLO', "b'HELLO'"), hello),
    `You replied "b'HELLO'"`,
    'how Python displays bytes',
  ),
  row(
    'counted from 0',
    'wrong-reply',
    caseOf('tcp server', stream('client 1', 'welcome 1\n', 'welcome 0\n'), 'client 1 connect'),
    'the number is 1 too low',
  ),
  row(
    'never counted',
    'stale-reply',
    caseOf(
      'tcp server',
      stream('client 2', 'welcome 2\n', 'welcome 1\n'),
      'client 1 connect\nclient 1 receive welcome 1\\n\nclient 2 connect\nclient 2 receive welcome 1\\n',
    ),
    "Client 2 was told 'welcome 1\\n', the same as client 1 before; its own answer is 'welcome 2\\n'.",
  ),
  row(
    'a promise comes before the crash it causes',
    'replied-with-promise',
    caseOf(
      'tcp server',
      stream('client 1', 'HELLO', '[OBJECT PROMISE]', 'end'),
      hello,
      crashedWith('SocketError', 'EBADF', 'const data = connection.recv(1024)'),
      'typescript',
    ),
    "You replied '[OBJECT PROMISE]'",
    'await',
    'Then your program crashed at server.py:14',
  ),
  row(
    'half a reply',
    'reply-cut-short',
    caseOf('tcp server', stream('client 1', 'HELLO', 'HE', 'end'), hello),
    "only 2 bytes of 5, 'HE'; then the connection was closed: 'LLO' is missing",
  ),
  row(
    'half a reply and a crash',
    'crashed',
    caseOf(
      'tcp server',
      stream('client 1', 'HELLO', 'HE', 'end'),
      hello,
      crashedWith('NameError', null, 'oops()'),
    ),
    'NameError',
  ),
  row(
    'a newline too many',
    'extra-bytes',
    caseOf(
      'tcp server',
      { kind: 'nothing-more', by: 'client 1', want: bytes('HELLO'), got: bytes('HELLO\n') },
      served,
    ),
    "You sent 'HELLO\\n' (48 45 4C 4C 4F 0A), 1 byte more than the client expects. Send only 'HELLO'.",
  ),
  row(
    'a label',
    'extra-bytes',
    caseOf('tcp server', stream('client 1', 'HELLO', 'Echo: HELLO'), hello),
    "'Echo: HELLO'",
    '6 bytes more',
  ),
  row(
    'twice',
    'extra-bytes',
    caseOf('tcp server', stream('client 1', 'HELLO', 'HELLOHELLO'), hello),
    'the reply comes twice',
  ),
  row(
    'the whole buffer',
    'extra-bytes',
    caseOf('tcp server', stream('client 1', 'HELLO', `HELLO${'\0'.repeat(900)}`), hello),
    'zeros, because the whole buffer was sent',
  ),
]
