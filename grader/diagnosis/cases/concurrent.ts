import type { Expectation } from '../../model/expectation.ts'
import { hello, stream } from './expectations.ts'
import { bytes, caseOf, crashedWith, exited, row, type Row } from './shorthands.ts'

const two =
  'client 1 connect\nclient 2 connect\nclient 1 send a\nclient 1 receive a\nclient 2 send b\nclient 2 receive b'
const beside: Expectation = { kind: 'beside', by: 'client 2', idle: 'client 1', want: bytes('hello') }
const together = (rest: Partial<Extract<Expectation, { kind: 'together' }>> = {}): Expectation => ({
  kind: 'together',
  by: 'client 5',
  of: null,
  before: false,
  others: 0,
  want: bytes('from five'),
  got: bytes(''),
  why: 'silence',
  ...rest,
})
const mixed = together({ of: 'client 3', got: bytes('from three'), why: 'different' })
const odd = Uint8Array.of(0x41, 0xff, 0x42)
const oddly = (got: Uint8Array): Expectation => ({
  kind: 'stream',
  by: 'client 1',
  want: odd,
  got,
  why: 'different',
})
const reset = `${two}\nclient 2 abort\nprogram exit`

export const concurrentRows: readonly Row[] = [
  row(
    'one client at a time',
    'one-at-a-time',
    caseOf(
      'tcp server',
      beside,
      'client 1 connect\nclient 2 connect\nclient 2 send hello\ngrader deadline\nclient 1 finish\nclient 2 receive hello',
    ),
    "Client 1 is connected and silent; client 2 sent 'hello' and got nothing for 2 s",
    'You finish one client before you accept the next',
  ),
  row(
    'a shared connection',
    'mixed-clients',
    caseOf('tcp server', mixed),
    "Client 3's bytes came out at client 5",
    "client 5 received 'from three'; its own is 'from five'",
  ),
  row(
    'mixed, and a crash',
    'mixed-clients',
    caseOf('tcp server', mixed, '', crashedWith('OSError', 'EBADF', 'connection.recv(1024)')),
    'Then your program crashed',
  ),
  row(
    'answers at end of file',
    'waits-for-eof',
    caseOf('tcp server', together({ why: 'finish' })),
    "Client 5 sent 'from five' and got nothing until it had finished",
  ),
  row(
    'reads lines',
    'waits-for-newline',
    caseOf('tcp server', together({ why: 'newline' })),
    'you wait for the end of a line',
  ),
  row(
    'one answer for each client',
    'answered-only-once',
    caseOf('tcp server', together({ why: 'end', before: true })),
    "Client 5 was answered before; then it sent 'from five', and its connection was closed",
  ),
  row(
    'one answer, then silence',
    'answered-only-once',
    caseOf('tcp server', together({ before: true })),
    'and nothing came',
  ),
  row(
    'a pool that is too small',
    'one-at-a-time',
    caseOf('tcp server', together({ others: 4 })),
    "4 clients are served, but client 5 sent 'from five' and got nothing",
  ),
  row(
    'a reset that takes another one with it',
    'closed-without-reply',
    caseOf('tcp server', together({ why: 'end', before: true }), `${two}\nclient 2 abort`),
    'Client 2 reset its connection, and afterwards the one of client 5 was closed, too',
  ),
  row(
    'another one was closed',
    'closed-without-reply',
    caseOf('tcp server', together({ why: 'end' })),
    'its own connection, or with another',
  ),
  row(
    'nobody is answered',
    'no-reply',
    caseOf('tcp server', together()),
    'while others were connected, and got no answer',
  ),
  row(
    'a label, with others',
    'extra-bytes',
    caseOf('tcp server', together({ got: bytes('echo: from five'), why: 'different' })),
    "and received 'echo: from five': 6 bytes more",
  ),
  row(
    'half of it, with others',
    'reply-cut-short',
    caseOf('tcp server', together({ got: bytes('from') })),
    'received only 4 bytes of 9',
  ),
  row(
    'bytes made into text and back',
    'damaged-bytes',
    caseOf('tcp server', oddly(Buffer.from(Buffer.from(odd).toString()))),
    '0xFF came back as EF BF BD',
    'Do not turn bytes into text',
  ),
  row(
    'bytes made into Latin-1 and UTF-8',
    'damaged-bytes',
    caseOf('tcp server', oddly(Buffer.from(Buffer.from(odd).toString('latin1')))),
    '0xFF came back as C3 BF, Latin-1 made into UTF-8',
  ),
  row('bytes left out', 'damaged-bytes', caseOf('tcp server', oddly(bytes('AB'))), '0xFF did not come back'),
  row(
    'bytes that cannot be decoded',
    'damaged-bytes',
    {
      ...caseOf('tcp server', { kind: 'stream', by: 'client 1', want: odd, got: bytes(''), why: 'end' }, '', {
        ...crashedWith(
          'UnicodeDecodeError',
          null,
          'text = data.decode()',
          "'utf-8' codec can't decode byte 0xff",
        ),
        exit: null,
      }),
      transcript: [{ atMs: 0, actor: 'client 1', event: 'send', bytes: odd }],
    },
    'bytes that are no text',
    'at server.py:14: `text = data.decode()`',
  ),
  row(
    'a reset nobody listens for',
    'died-on-reset',
    caseOf(
      'tcp server',
      stream('client 1', 'hello'),
      reset,
      { ...crashedWith('Error', 'ECONNRESET', ''), stderr: "throw er; // Unhandled 'error' event" },
      'typescript',
    ),
    'Client 2 reset its connection, and your whole server ended',
    "Nobody listens for 'error' on that socket",
  ),
  row(
    'a reset in a task nobody awaits',
    'died-on-reset',
    caseOf(
      'tcp server',
      stream('client 1', 'hello'),
      reset,
      crashedWith('SocketError', 'ECONNRESET', 'await connection.recv(1024)'),
      'typescript',
    ),
    'became an unhandled rejection',
  ),
  row(
    'a reset in a loop of one',
    'died-on-reset',
    caseOf(
      'tcp server',
      stream('client 2', 'hello'),
      `${hello}\nclient 1 abort\nprogram exit`,
      exited(1),
      'typescript',
    ),
    'Client 1 reset its connection before your answer',
  ),
]
