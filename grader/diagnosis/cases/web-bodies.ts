import { bytes, caseOf, crashedWith, row, type Row } from './shorthands.ts'
import { asks, ok, page, response, saw } from './web.ts'

const pixels = Buffer.from('\x89PNG\xff!', 'latin1')
const picture = { asked: 'GET /logo.png HTTP/1.1', file: pixels }

export const webBodyRows: readonly Row[] = [
  row('another page', 'wrong-reply', saw('body', `${ok}\r\nhi`), 'received another body'),
  row(
    'an empty line too many',
    'extra-bytes',
    saw('body', `${ok}\r\n\r\n${page}`),
    "Between the first empty line and the file 2 bytes came: '\\r\\n'",
  ),
  row(
    'a picture read as text',
    'damaged-bytes',
    saw('body', bytes(`${ok}\r\n\u{fffd}PNG\u{fffd}!`), picture),
    '/logo.png has 6 bytes, and 10 came: 0x89 came as EF BF BD',
  ),
  row(
    'line ends changed',
    'damaged-bytes',
    saw('body', `${ok}\r\n${page.replace('\n', '\r\n')}`),
    'its line ends were changed',
  ),
  row(
    'a picture that cannot be decoded',
    'damaged-bytes',
    caseOf(
      'tcp server',
      response('nothing', '', picture),
      asks,
      crashedWith('UnicodeDecodeError', null, 'file.read()', "'utf-8' codec can't decode byte 0x89"),
    ),
    '/logo.png, which is no text',
  ),
  row('half a page', 'reply-cut-short', saw('cut', `${ok}\r\n<h1>`, { why: 'end' }), 'only 4 of 15 bytes'),
  row(
    'no body',
    'reply-cut-short',
    saw('cut', `${ok}\r\n`),
    'no byte of the body followed; then nothing more',
  ),
  row('a newline more', 'extra-bytes', saw('more', `${ok}\r\n${page}\n`), "1 more byte came: '\\n'"),
  row(
    'characters',
    'wrong-length',
    saw('wrong-length', `${ok}Content-Length: 14\r\n\r\n${page}`),
    'The Content-Length is 14, and the body has 15 bytes. You counted characters',
  ),
  row(
    'too much promised',
    'wrong-length',
    saw('wrong-length', `${ok}Content-Length: 99\r\n\r\n${page}`),
    'waits for the rest, which does not come',
  ),
]
