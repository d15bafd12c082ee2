import { stream } from './expectations.ts'
import { bytes, caseOf, crashedWith, errorAt, row, type Row } from './shorthands.ts'

const finished = 'client 1 connect\nclient 1 send hé\\n\nclient 1 finish'
const wants = (got = '', why: 'end' | 'silence' | 'different' = got === '' ? 'silence' : 'different') =>
  stream('client 1', 'bytes=4 lines=1\n', got, why)

export const halfCloseRows: readonly Row[] = [
  row(
    'an answer to a client that has not finished',
    'replied-too-early',
    caseOf(
      'tcp server',
      { kind: 'nothing-yet', by: 'client 1', got: bytes('bytes=4 lines=1\n') },
      'client 1 connect\nclient 1 send hé\\n',
    ),
    "Client 1 sent 'hé\\n' and had not finished, and you answered already: 'bytes=4 lines=1\\n'",
    'only when it returns 0 bytes',
  ),
  row(
    'Node ends both sides',
    'closed-without-reply',
    caseOf('tcp server', wants('', 'end'), finished, {}, 'typescript'),
    "Client 1 sent 'hé\\n' and half-closed, and you closed the connection without a reply",
    'createServer({ allowHalfOpen: true })',
  ),
  row(
    'a write after both sides have ended',
    'closed-without-reply',
    caseOf(
      'tcp server',
      wants('', 'end'),
      finished,
      crashedWith(
        'Error',
        'EPIPE',
        'connection.write(reply)',
        'This socket has been ended by the other party',
      ),
      'typescript',
    ),
    'half-closed and got your FIN with no answer (EPIPE at server.py:14',
    'allowHalfOpen',
  ),
  row(
    'close() at the end of file, then an answer',
    'closed-without-reply',
    caseOf('tcp server', wants('', 'end'), finished, crashedWith('OSError', 'EBADF', 'c.sendall(reply)')),
    'You closed the connection and called sendall() on it afterwards',
    'ends only ITS direction; you may still send',
  ),
  row(
    'the same in a thread',
    'closed-without-reply',
    caseOf('tcp server', wants('', 'end'), finished, {
      error: errorAt('OSError', 'EBADF', 'c.sendall(reply)', 'no'),
    }),
    'ends only ITS direction',
  ),
  row(
    'the first piece counted',
    'short-read',
    caseOf('tcp server', wants('bytes=1 lines=0\n'), finished),
    'You counted 1 of 4 bytes',
    'recv() until it returns 0 bytes',
  ),
  row(
    'characters counted',
    'counted-characters',
    caseOf('tcp server', wants('bytes=3 lines=1\n'), finished),
    'You counted 3 characters; client 1 counts 4 bytes.',
  ),
  row(
    'counted on from the client before',
    'stale-reply',
    caseOf(
      'tcp server',
      stream('client 2', 'bytes=3 lines=1\n', 'bytes=7 lines=2\n'),
      `${finished}\nclient 1 receive bytes=4 lines=1\\n\nclient 2 connect\nclient 2 send ab\\n\nclient 2 finish`,
    ),
    'Client 2 sent 3 bytes, and you counted 7',
    'Count from 0 for every connection',
  ),
]
