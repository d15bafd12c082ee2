import { astray, module, send, sends, text } from './module-shorthands.ts'
import { bytes, row, type Row } from './shorthands.ts'

export const moduleSendsRows: readonly Row[] = [
  row(
    'one send',
    'stopped-short',
    module(sends('stopped')),
    'send() accepted 3 of 21 bytes and returned 3, and you never called it again: 18 were never sent',
    'Loop until the sum of the returned counts is 21',
  ),
  row(
    'two sends',
    'stopped-short',
    module(sends('stopped', { sends: [send(text, 1), send(text, 2)] })),
    'accepted 3 of 21',
  ),
  row(
    'a length assumed',
    'assumed-length',
    module(sends('assumed', { before: { from: 0, offered: 7 }, ...astray('u lait,') })),
    'You asked for 7, send() returned 3, and you advanced by 7: bytes 3-6 are missing',
  ),
  row(
    'from the beginning',
    'repeated-bytes',
    module(sends('restarted', astray(text))),
    'began with the first byte again',
  ),
  row('once more', 'repeated-bytes', module(sends('repeated', astray('af'))), 'bytes that had been taken'),
  row(
    'a gap',
    'bytes-lost',
    module(sends('skipped', astray('au lait'))),
    "you went on with 'au lait' instead of 'é au",
  ),
  row(
    'a newline',
    'extra-bytes',
    module(sends('more', { ...astray('é au lait, merci!\n') })),
    "'\\n' came besides",
  ),
  row(
    'something else',
    'damaged-bytes',
    module(sends('different', astray('e au'))),
    "'e au' after 3 bytes that were right",
  ),
  row(
    'Latin-1',
    'damaged-bytes',
    module(
      sends('different', { at: 0, astray: { bytes: Buffer.from(text, 'latin1'), nth: 1 }, outcome: null }),
    ),
    'That is Latin-1',
  ),
  row(
    'cut letters',
    'counted-characters',
    module(sends('letters', astray(' au'))),
    'It counts bytes, and you cut off as many letters',
  ),
  row(
    'letters counted',
    'counted-characters',
    module(sends('stopped', { text: true, at: 20 })),
    'the text has 20 letters, but its UTF-8 has more bytes',
  ),
  row('no send', 'sent-nothing', module(sends('stopped', { at: 0, sends: [] })), 'never called send()'),
  row(
    'an endless loop',
    'endless-send',
    module(sends('endless', { data: bytes(''), at: 0, sends: [send('', 0)], outcome: null })),
    'There is nothing to send, and you call send() with 0 bytes again and again',
  ),
  row(
    'no return',
    'did-not-return',
    module(sends('silence', { at: 21, outcome: null }), { busy: 0.9 }),
    'All 21 bytes were taken, and then send_all() neither called send() nor returned',
    'keeps the processor busy',
  ),
]
