import { lineReplies } from './expectations.ts'
import { caseOf, errorAt, row, type Row } from './shorthands.ts'

const one = 'client 1 connect\nclient 1 send hello\\n'
const three = 'client 1 connect\nclient 1 send ab\\ncd\\nef\\n'
const inPieces = 'client 1 connect\nclient 1 send hel\nclient 1 send lo w\nclient 1 send orld\\n'
const wanted = ['AB', 'CD', 'EF']

export const linesRows: readonly Row[] = [
  row(
    'a chunk for a line',
    'chunk-for-message',
    caseOf(
      'tcp server',
      lineReplies([], 'HEL\nLO\n', 'too early'),
      'client 1 connect\nclient 1 send hel\nclient 1 send lo\ngrader deadline',
    ),
    "'hel' + 'lo', the beginning of one line in 2 pieces and no LF yet, and got 2 replies: 'HEL', 'LO'",
    'recv() returns whatever has arrived',
  ),
  row(
    'nothing for a line in pieces',
    'no-reply',
    caseOf('tcp server', lineReplies(['HELLO WORLD'], '', 'silence'), `${inPieces}\ngrader deadline`),
    'The line had come in 3 pieces',
  ),
  row(
    'nothing for a line while the next one has begun',
    'no-reply',
    caseOf(
      'tcp server',
      lineReplies(['HELLO'], '', 'silence'),
      'client 1 connect\nclient 1 send hel\nclient 1 send lo\\nyou\ngrader deadline',
    ),
    "behind its LF the next had begun, 'you': look for an LF anywhere",
  ),
  row(
    'one recv() for a line in pieces',
    'closed-without-reply',
    caseOf('tcp server', lineReplies(['HELLO WORLD'], '', 'end'), inPieces),
    'The line had come in 3 pieces',
  ),
  row(
    'the first line only',
    'lost-rest',
    caseOf('tcp server', lineReplies(wanted, 'AB\n', 'silence'), `${three}\nclient 1 receive AB\\n`),
    "sent 3 lines in one write and got 1 reply: 'AB'.",
    'keep the REST of the buffer',
  ),
  row(
    'the first line only, and then the end',
    'lost-rest',
    caseOf('tcp server', lineReplies(wanted, 'AB\n', 'end'), `${three}\nclient 1 receive AB\\n`),
    'and then the connection was closed',
  ),
  row(
    'at the end only',
    'waits-for-eof',
    caseOf(
      'tcp server',
      lineReplies(['HELLO'], '', 'silence'),
      `${one}\ngrader deadline\nclient 1 finish\nclient 1 receive HELLO\\n`,
    ),
    'a complete line, and your reply came only when it had finished its side',
  ),
  row(
    'silence',
    'no-reply',
    caseOf('tcp server', lineReplies(['HELLO'], '', 'silence'), `${one}\ngrader deadline`),
    "Client 1 sent 'hello\\n' and got no answer within 5 s.",
  ),
  row(
    'a line without its end',
    'reply-cut-short',
    caseOf('tcp server', lineReplies(['HELLO'], 'HELLO', 'silence'), one),
    "'HELLO' without an LF at its end",
  ),
  row(
    'half a reply',
    'reply-cut-short',
    caseOf('tcp server', lineReplies(['HELLO'], 'HEL', 'end'), one),
    "only 3 bytes of the 6 of its reply, 'HEL'; then you closed",
  ),
  row(
    'the end at an empty line',
    'closed-without-reply',
    caseOf(
      'tcp server',
      lineReplies([''], '', 'end', 1),
      `${one}\nclient 1 receive HELLO\\n\nclient 1 send \\n`,
    ),
    'then it sent an empty line, and the connection was closed without a reply',
  ),
  row(
    'one line for each client',
    'no-reply',
    caseOf(
      'tcp server',
      lineReplies(['WORLD'], '', 'silence', 1),
      `${one}\nclient 1 receive HELLO\\n\nclient 1 send world\\n`,
    ),
    "then it sent the line 'world', and no reply came within 5 s",
  ),
  row(
    'a reader that is full',
    'crashed',
    caseOf('tcp server', lineReplies(['HELLO'], '', 'end'), one, {
      error: errorAt(
        'ValueError',
        null,
        'line = await reader.readline()',
        'Separator is not found, and chunk exceed the limit',
      ),
    }),
    'A StreamReader holds 64 KiB of a line',
  ),
]
