import type { Expectation } from '../../model/expectation.ts'
import type { Misfortune } from '../../model/failure.ts'
import { call, caseOf, crashedWith, exited, row, type Row } from './shorthands.ts'

type Failure = Extract<Expectation, { kind: 'failure' }>

const failure = (of: Misfortune, why: Failure['why'], rest: Partial<Failure> = {}): Failure => ({
  kind: 'failure',
  of,
  why,
  traced: false,
  timeoutMs: null,
  tookMs: 0,
  ...rest,
})
const took = 'server accept\nserver receive hello'
const traced = { traced: true }
const refusedAt = crashedWith('ConnectionRefusedError', 'ECONNREFUSED', 'client.connect((host, port))')

export const failingRows: readonly Row[] = [
  row(
    'refused, and all is well',
    'exit-code',
    caseOf('tcp client', failure('refused', 'code'), '', { ...exited(), stderr: 'refused\n' }),
    'your connection was refused, yet your program ended with exit code 0',
    'a script would believe that it worked',
  ),
  row(
    'one code for everything',
    'exit-code',
    caseOf('tcp client', failure('closed', 'code'), took, { ...exited(2), stderr: 'connect ECONNREFUSED\n' }),
    'ended with exit code 2, which says “connection refused”',
    'Here it must be 4: closed or reset before the whole reply',
    "It printed 'connect ECONNREFUSED'",
  ),
  row(
    'no bytes for a reply',
    'eof-taken-for-reply',
    caseOf('tcp client', failure('closed', 'code'), took, { ...exited(), stdout: '\n' }),
    'recv() returned 0 bytes: the server closed without answering. You treated it as an empty reply',
    "'\\n' on standard output",
  ),
  row(
    'a part for the whole',
    'exit-code',
    caseOf('tcp client', failure('cut', 'code'), `${took}\nserver send half\nserver abort`, {
      ...exited(),
      stdout: 'half\n',
    }),
    "sent 'half', a part of its reply, and reset the connection (RST), yet exit code 0",
    'complete only when recv() has returned 0 bytes',
  ),
  row(
    'no time limit',
    'no-timeout',
    caseOf('tcp client', failure('silent', 'silence', { timeoutMs: 700 }), took, {
      calls: [call('recv', undefined, { waits: true })],
    }),
    'stayed silent, and after 3 times TIMEOUT_MS (700 ms) your program still waits. Your program waits in recv()',
  ),
  row(
    'seconds for milliseconds',
    'did-not-wait',
    caseOf('tcp client', failure('silent', 'early', { timeoutMs: 2000, tookMs: 12.3 }), took, exited(3)),
    'gave up after 12 ms at most, although TIMEOUT_MS was 2000',
  ),
  row(
    'an error that nobody catches',
    'stack-trace',
    caseOf('tcp client', failure('refused', 'code', traced), '', refusedAt),
    'You let ECONNREFUSED at server.py:14: `client.connect((host, port))` escape: the user saw a stack trace',
    'exit with 2',
  ),
  row(
    'a handler that fails itself',
    'stack-trace',
    caseOf('tcp client', failure('refused', 'code', traced), '', {
      ...refusedAt,
      stderr: "Traceback …\nNameError: name 'syss' is not defined\n",
    }),
    "You caught ECONNREFUSED, and then your own handler failed (NameError: name 'syss' is not defined)",
  ),
  row(
    'a bug of its own',
    'crashed',
    caseOf(
      'tcp client',
      failure('closed', 'code', traced),
      took,
      crashedWith('TypeError', null, 'reply + 1', 'unsupported operand'),
    ),
    'Your program crashed at server.py:14: `reply + 1`',
  ),
  row(
    'the right code and the whole stack',
    'stack-trace',
    caseOf('tcp client', failure('refused', 'trace', traced), '', { ...refusedAt, ...exited(2) }),
    'The exit code is right, but the user saw a stack trace (ECONNREFUSED',
  ),
  row(
    'a loop at the end of the stream',
    'not-exited',
    caseOf('tcp client', failure('closed', 'silence'), took, { busy: 0.9 }),
    '3 s later your program is still running',
    'kept the processor busy',
  ),
  row(
    'the error on the screen',
    'unclean-output',
    caseOf('tcp client', failure('reset', 'stdout'), took, { ...exited(4), stdout: 'it broke\n' }),
    "'it broke\\n' is on your standard output",
  ),
  row(
    'a part that is printed at once',
    'unclean-output',
    caseOf('tcp client', failure('cut', 'stdout'), `${took}\nserver send half\nserver abort`, {
      ...exited(4),
      stdout: 'half',
    }),
    'A part that was printed cannot be taken back',
  ),
  row(
    'not a word',
    'unclean-output',
    caseOf('tcp client', failure('silent', 'stderr'), took, exited(3)),
    'ended without a word',
  ),
]
