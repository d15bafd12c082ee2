import { lineReplies } from './expectations.ts'
import { caseOf, crashedWith, row, type Row } from './shorthands.ts'

const one = 'client 1 connect\nclient 1 send hello\\n'
const three = 'client 1 connect\nclient 1 send ab\\ncd\\nef\\n'
const inPieces = 'client 1 connect\nclient 1 send hel\nclient 1 send lo w\nclient 1 send orld\\n'
const wanted = ['AB', 'CD', 'EF']

export const wrongLinesRows: readonly Row[] = [
  row(
    'a chunk for a line, seen only when the line was complete',
    'chunk-for-message',
    caseOf('tcp server', lineReplies(['HELLO WORLD'], 'HEL\nLO W\nORLD\n'), inPieces),
    "one line in 3 pieces, 'hel' + 'lo w' + 'orld\\n', of 11 bytes, and got 3 replies: 'HEL', 'LO W', 'ORLD'",
  ),
  row(
    'only the last chunk',
    'chunk-for-message',
    caseOf('tcp server', lineReplies(['HELLO WORLD'], 'ORLD\n'), inPieces),
    "only the end of its reply, 'ORLD'",
  ),
  row(
    'one reply to several lines',
    'chunk-for-message',
    caseOf('tcp server', lineReplies(wanted, 'AB CD EF\n'), three),
    'one reply to several of them',
  ),
  row(
    'one line skipped',
    'lost-rest',
    caseOf('tcp server', lineReplies(wanted, 'AB\nEF\n'), three),
    "Reply 2 is 'EF', which belongs to line 3: line 2, 'cd', got no reply",
  ),
  row(
    'an empty line skipped',
    'wrong-reply',
    caseOf(
      'tcp server',
      lineReplies(['AB', '', 'EF'], 'AB\nEF\n'),
      'client 1 connect\nclient 1 send ab\\n\\nef\\n',
    ),
    'line 2, an empty one, got no reply',
    'An empty line is a line',
  ),
  row(
    'out of order',
    'wrong-reply',
    caseOf('tcp server', lineReplies(wanted, 'CD\nAB\nEF\n'), three),
    'the reply to line 1 came after it',
  ),
  row(
    'half a letter decoded',
    'decoded-in-pieces',
    caseOf(
      'tcp server',
      lineReplies(['CAFÉ|CAFé'], 'CAF\ufffd\ufffd\n'),
      'client 1 connect\nclient 1 send café\\n',
    ),
    "'é' (C3 A9) cut between its bytes",
    'U+FFFD',
    'decode complete lines only',
  ),
  row(
    'half a letter ignored',
    'decoded-in-pieces',
    caseOf('tcp server', lineReplies(['CAFÉ|CAFé'], 'CAF\n'), 'client 1 connect\nclient 1 send café\\n'),
    'your reply has lost it',
  ),
  row(
    'half a letter, and a crash',
    'decoded-in-pieces',
    caseOf(
      'tcp server',
      lineReplies(['CAFÉ|CAFé'], '', 'end'),
      'client 1 connect\nclient 1 send café\\n',
      crashedWith('UnicodeDecodeError', null, 'text += data.decode()'),
    ),
    "'é' (C3 A9)",
    'UnicodeDecodeError',
    'Decode complete lines only',
  ),
  row(
    "another client's half line",
    'stale-reply',
    caseOf(
      'tcp server',
      lineReplies(['HELLO'], 'HALF OF ALINEHELLO\n', 'different', 0, 'client 2'),
      'client 1 connect\nclient 1 send half of aline\nclient 2 connect\nclient 2 send hello\\n',
    ),
    'part of what client 1 had sent is in it',
    'a buffer of its own',
  ),
  row(
    'a line cut at a limit',
    'reply-cut-short',
    caseOf('tcp server', lineReplies(['HELLO'], 'HELL\n'), one),
    'only the first 4 bytes',
  ),
  row(
    'two newlines',
    'extra-bytes',
    caseOf('tcp server', lineReplies(wanted, 'AB\n\nCD\n\nEF\n\n'), three),
    'a second LF',
  ),
  row(
    'the line itself',
    'wrong-reply',
    caseOf('tcp server', lineReplies(['HELLO'], 'hello\n'), one),
    "Client 1 sent 'hello' (line 1) and received 'hello'",
    'unchanged',
  ),
  row(
    'something else',
    'wrong-reply',
    caseOf('tcp server', lineReplies(['HELLO'], 'BYE\n'), one),
    "received 'BYE' instead of 'HELLO'",
  ),
  row(
    'something else without an end',
    'wrong-reply',
    caseOf('tcp server', lineReplies(['HELLO'], 'BYE', 'silence'), one),
    "received 'BYE' instead of 'HELLO'",
  ),
]
