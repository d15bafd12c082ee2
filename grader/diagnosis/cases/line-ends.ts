import type { Expectation } from '../../model/expectation.ts'
import { lineReplies } from './expectations.ts'
import { frame, join, wants } from './framing.ts'
import { bytes, caseOf, row, type Row } from './shorthands.ts'

const after = (half: string, got: string): Expectation => ({
  kind: 'after-lines',
  by: 'client 1',
  half: bytes(half),
  got: bytes(got),
})
const sends = (...writes: string[]) =>
  ['client 1 connect', ...writes.map((each) => `client 1 send ${each}`)].join('\n')
const full = 'x'.repeat(1023)
const framed = 'x'.repeat(508)

/** What named checks do not send, and chance does: ends of lines and of buffers in odd places. */
export const lineEndsRows: readonly Row[] = [
  row(
    'blanks taken away',
    'wrong-reply',
    caseOf('tcp server', lineReplies([' A'], 'A\n'), sends(' a\\n')),
    "sent ' a' (line 1) and received 'A': blanks at the ends of a line belong to it",
  ),
  row(
    'a line ended at a form feed',
    'wrong-reply',
    caseOf('tcp server', lineReplies(['A\fB'], 'A\nB\n'), sends('a\fb\\n')),
    "you ended the line at '\\u{c}'",
    'Only an LF ends a line',
  ),
  row(
    'CR and LF taken for two ends',
    'chunk-for-message',
    caseOf('tcp server', lineReplies(['A', 'B'], 'A\n\nB\n'), sends('a\\r', '\\nb\\n')),
    "sent 'b' (line 2) and received an empty line: the CR and the LF of one end of line came in two pieces",
  ),
  row(
    'CR and LF taken for two ends, at the end',
    'chunk-for-message',
    caseOf('tcp server', after('', '\n'), sends('a\\r', '\\n')),
    'then an empty one came: the CR and the LF of one end of line',
  ),
  row(
    'a blank line that has nothing to do with the CR before it',
    'wrong-reply',
    caseOf('tcp server', lineReplies(['A', '\f'], 'A\n\n\n'), sends('a\\r', '\\n\f\\n')),
  ),
  row(
    'a beginning that is lost',
    'lost-rest',
    caseOf('tcp server', lineReplies(['AB', 'CDE'], 'AB\nE\n'), sends('ab\\ncd', 'e\\n')),
    "received 'E': its beginning, 'cd', had come behind the LF of the line before, and is lost",
  ),
  row(
    'an answer to nothing',
    'extra-bytes',
    caseOf('tcp server', after('', '\n'), sends('a\\n')),
    "Then '\\n' came: when a client has finished and nothing is left in the buffer",
  ),
  row(
    'a wrong answer to half a line',
    'extra-bytes',
    caseOf('tcp server', after('ab', 'AB\n\n'), sends('ab')),
    "its last words, 'ab', were no line yet",
    'nothing else follows',
  ),
  row(
    'a line as long as the buffer',
    'waits-for-eof',
    caseOf(
      'tcp server',
      lineReplies(['X'], '', 'silence'),
      `${sends(`${full}\\n`)}\ngrader deadline\nclient 1 receive X`,
    ),
    'sent exactly 1024 bytes, a whole line, and the reply came only when it had finished',
  ),
  row(
    'a frame as long as the buffer',
    'waits-for-eof',
    {
      ...caseOf('tcp server', wants(framed, new Uint8Array(), 'silence')),
      transcript: [
        { atMs: 0, actor: 'client 1', event: 'send', bytes: frame(framed) },
        { atMs: 5000, actor: 'grader', event: 'deadline' },
        { atMs: 5001, actor: 'client 1', event: 'receive', bytes: frame(framed) },
      ],
    },
    'sent exactly 512 bytes, a whole frame',
  ),
  row(
    'a header read with a wrong weight',
    'wrong-header',
    {
      ...caseOf('tcp server', wants(framed, frame(framed.slice(1).toUpperCase()), 'different')),
      transcript: [{ atMs: 0, actor: 'client 1', event: 'send', bytes: frame(framed) }],
    },
    'You read the header 00 00 01 FC as 507: it is 508',
  ),
  row(
    'a piece of a header that is lost',
    'lost-rest',
    {
      ...caseOf('tcp server', wants('cd', new Uint8Array(), 'end')),
      transcript: [
        { atMs: 0, actor: 'client 1', event: 'send', bytes: join(frame('ab'), frame('cd').subarray(0, 2)) },
        { atMs: 1, actor: 'client 1', event: 'receive', bytes: frame('AB') },
        { atMs: 2, actor: 'client 1', event: 'send', bytes: frame('cd').subarray(2) },
      ],
    },
    'A frame and the first 2 bytes of the next header came together',
  ),
]
