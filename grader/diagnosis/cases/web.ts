import type { Expectation } from '../../model/expectation.ts'
import type { ResponseFault, WantedResponse } from '../../model/http-judge.ts'
import { bytes, caseOf, crashedWith, errorAt, row, type Row } from './shorthands.ts'

export const page = '<h1>café</h1>\n'
export const ok = 'HTTP/1.1 200 OK\r\n'
const get = 'GET /a.html HTTP/1.1'

type Response = Extract<Expectation, { kind: 'response' }>
type Rest = Partial<Response> & { readonly status?: number | null; readonly file?: Uint8Array | null }

/** Client 1 asked for a page, and this came. */
export const response = (
  fault: ResponseFault,
  got: string | Uint8Array = '',
  { status = 200, file = bytes(page), ...rest }: Rest = {},
): Response => {
  const want: WantedResponse = { status, body: file, demand: 'form' }
  return {
    kind: 'response',
    by: 'client 1',
    asked: get,
    want,
    got: typeof got === 'string' ? bytes(got) : got,
    fault,
    why: 'silence',
    ...rest,
  }
}

export const asks = `client 1 connect\nclient 1 send ${get}`
const inPieces = 'client 1 connect\nclient 1 send GET /a\nclient 1 send .html HTTP/1.1\nclient 1 send end'
export const saw = (...given: Parameters<typeof response>) => caseOf('tcp server', response(...given), asks)
const missing = errorAt('FileNotFoundError', 'ENOENT', 'with open(path) as file:', 'No such file: x')
const secret = (target: string): Expectation => ({
  kind: 'secret',
  by: 'client 1',
  target,
  got: bytes('hidden'),
})

export const webRows: readonly Row[] = [
  row('silence', 'no-reply', saw('nothing'), `Client 1 sent '${get}' and got no answer`),
  row(
    'a hang-up',
    'closed-without-reply',
    saw('nothing', '', { why: 'end' }),
    'closed the connection without',
  ),
  row('HTML alone', 'wrong-status-line', saw('no-status-line', page), 'begins with its status line'),
  row(
    'Python bytes as text',
    'wrong-status-line',
    saw('no-status-line', "b'HTTP/1.1 200 OK'"),
    'how Python displays bytes',
  ),
  row('a promise', 'replied-with-promise', saw('no-status-line', '[object Promise]'), '`await` is missing'),
  row(
    'no code',
    'wrong-status-line',
    saw('status-line', 'HTTP/1.1 OK\r\n\r\n'),
    "Your status line is 'HTTP/1.1 OK'",
  ),
  row(
    'no empty line',
    'head-not-ended',
    saw('unfinished', `${ok}Content-Length: 15\r\n${page}`),
    "the first line of the page, '<h1>caf",
  ),
  row(
    'no empty line, and one in the page',
    'head-not-ended',
    saw('header', `${ok}${page}\n`),
    'There is no empty line between your headers and the body',
  ),
  row(
    'no empty line, and nothing else',
    'head-not-ended',
    saw('unfinished', `${ok}A: b\r\n`, { why: 'end', status: 404, file: null }),
    '(a status line and 1 header) does not end',
    'then the connection was closed',
  ),
  row('raw line ends', 'head-not-ended', saw('unfinished', 'HTTP/1.1 200 OK\\r\\n'), 'a backslash'),
  row(
    'no colon',
    'malformed-response',
    saw('header', `${ok}Length 5\r\n\r\n`),
    "The line 'Length 5' is no header",
  ),
  row('bare LF', 'bare-line-feeds', saw('bare-lf', 'HTTP/1.1 200 OK\n\n'), 'end in LF (0A) alone'),
  row(
    '404 for a page',
    'wrong-status',
    saw('status', 'HTTP/1.1 404 No\r\n\r\n'),
    'and that file lies in ROOT',
  ),
  row('200 for none', 'wrong-status', saw('status', `${ok}\r\n`, { status: 404 }), 'there is no such file'),
  row('200 for POST', 'wrong-status', saw('status', `${ok}\r\n`, { status: null }), '501, 405 or 400'),
  row(
    'a length in words',
    'wrong-length',
    saw('length', `${ok}Content-Length: ten\r\n\r\n`),
    "Content-Length is 'ten'",
  ),
  row(
    'two lengths',
    'wrong-length',
    saw('length', `${ok}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`),
    'one is right',
  ),
  row(
    'chunks without sizes',
    'malformed-response',
    saw('chunks', `${ok}Transfer-Encoding: chunked\r\n\r\nhello\r\n`),
    "instead of one, 'hello' came",
  ),
  row(
    'no end',
    'end-unknown',
    saw('unsaid', `${ok}\r\n${page}`),
    'a client then cannot tell where the body ends',
  ),
  row(
    'says close',
    'not-closed',
    saw('open', `${ok}Connection: close\r\n\r\n`),
    'the connection is still open',
  ),
  row(
    'a missing file',
    'died-on-missing-file',
    caseOf('tcp server', response('nothing', '', { status: 404 }), asks, {
      error: missing,
      exit: { code: 1, signal: null },
    }),
    'A missing file ended your server',
  ),
  row(
    'a missing file, in a thread',
    'died-on-missing-file',
    caseOf('tcp server', response('nothing', '', { status: 404, why: 'end' }), asks, { error: missing }),
    'asked for a file that does not exist',
  ),
  row(
    'the first piece taken for all',
    'chunk-for-message',
    caseOf('tcp server', response('status', 'HTTP/1.1 400 Bad Request\r\n\r\n'), inPieces),
    "came in 3 pieces, the first of them 'GET /a'",
    'Read until the empty line',
  ),
  row(
    'the first piece, and no answer',
    'chunk-for-message',
    caseOf('tcp server', response('nothing', '', { why: 'end' }), inPieces),
    'Then you closed the connection',
  ),
  row(
    'the first piece, and a crash',
    'chunk-for-message',
    caseOf('tcp server', response('nothing'), inPieces, crashedWith('IndexError', null, 'words[1]')),
    'came in 3 pieces',
  ),
  row(
    'a file beside ROOT',
    'escaped-root',
    caseOf('tcp server', secret('/../secret.txt')),
    'GET /../secret.txt returned',
  ),
  row('decoded too late', 'escaped-root', caseOf('tcp server', secret('/%2e%2e/secret.txt')), '%2e is a dot'),
  row(
    'a prefix',
    'escaped-root',
    caseOf('tcp server', secret('/../www-private/secret.txt')),
    '`www-private` begins',
  ),
  row(
    'from the root of all',
    'escaped-root',
    caseOf('tcp server', secret('//…/secret.txt')),
    'may replace it',
  ),
  row(
    'waits for the end',
    'waits-for-eof',
    caseOf(
      'tcp server',
      response('nothing'),
      `${asks}\ngrader deadline\nclient 1 finish\nclient 1 receive HTTP/1.1 200 OK`,
    ),
    'A request ends with its empty line',
  ),
]
