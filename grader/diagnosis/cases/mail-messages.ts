import { mail } from './mail.ts'
import { bytes, row, type Row } from './shorthands.ts'

export const mailMessageRows: readonly Row[] = [
  row(
    'no dot',
    'message-not-ended',
    mail({ of: 'unended', tail: bytes('Noon?\r\nQUIT\r\n'), why: 'silence' }),
    'The server still waits for the end of DATA: CR LF . CR LF',
    'Your QUIT became a line of the mail',
  ),
  row(
    'no mail',
    'stopped-talking',
    mail({ of: 'unended', tail: bytes(''), why: 'silence' }),
    'After 354 it is your turn',
  ),
  row(
    'a dot',
    'message-cut',
    mail({ of: 'message', flaw: { of: 'cut', line: 4, all: 9 } }),
    "Your message was cut at its '.' line",
    'Double a leading dot',
  ),
  row(
    'a dot in the first line',
    'message-cut',
    mail({ of: 'message', flaw: { of: 'dot-lost', line: 1, want: '.x', got: 'x' } }),
    'in the first line, too',
  ),
  row(
    'every dot',
    'changed-message',
    mail({ of: 'message', flaw: { of: 'dot-added', line: 2, want: 'a.b', got: 'a..b' } }),
    'one dot too many',
  ),
  row(
    'LF in the message',
    'bare-line-feeds',
    mail({ of: 'message', flaw: { of: 'bare-lf', bare: 9, all: 9 } }),
    'the lines of your message ended in a bare LF',
  ),
  row(
    'CR CR LF',
    'changed-message',
    mail({ of: 'message', flaw: { of: 'double-cr' } }),
    'you replaced the LF and left the CR',
  ),
  row(
    'an empty line more',
    'changed-message',
    mail({ of: 'message', flaw: { of: 'last-line' } }),
    'an empty line more at its end',
  ),
  row(
    'one line of it',
    'changed-message',
    mail({ of: 'message', flaw: { of: 'short', lines: 1, all: 9 } }),
    'Only 1 line of your message arrived, and it has 9',
  ),
  row(
    'blanks taken away',
    'changed-message',
    mail({ of: 'message', flaw: { of: 'line', line: 3, want: '  Noon?', got: 'Noon?' } }),
    "was '  Noon?' and arrived as 'Noon?'",
  ),
  row(
    'a remark behind it',
    'changed-message',
    mail({ of: 'message', flaw: { of: 'line', line: 3, want: null, got: 'bye' } }),
    "and then 'bye' arrived",
  ),
]
