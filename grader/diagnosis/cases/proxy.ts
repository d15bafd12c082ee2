import type { Expectation } from '../../model/expectation.ts'
import type { RequestFault } from '../../model/http-request.ts'
import { bytes, caseOf, crashedWith, errorAt, row, type Row } from './shorthands.ts'
import { ok, response } from './web.ts'

const url = 'http://127.0.0.1:9000/a/b.html'
const asked = `GET ${url} HTTP/1.1`
const asks = `client 1 connect\nclient 1 send ${asked}`
const get = 'GET /a/b.html HTTP/1.1\r\n'
const host = 'Host: 127.0.0.1:9000\r\n'

type Forward = Extract<Expectation, { kind: 'forward' }>

const forward = (fault: RequestFault, got = '', rest: Partial<Forward> = {}): Forward => ({
  kind: 'forward',
  by: 'client 1',
  asked,
  path: '/a/b.html',
  at: 9000,
  called: got !== '',
  got: bytes(got),
  fault,
  answer: bytes(''),
  why: 'silence',
  ...rest,
})
const heard = (fault: RequestFault, got: string) => caseOf('tcp server', forward(fault, got), asks)
const uncalled = (rest: Partial<Forward> = {}) => caseOf('tcp server', forward('nothing', '', rest), asks)
const inPieces = 'client 1 connect\nclient 1 send GET http\nclient 1 send ://a/ HTTP/1.1\nclient 1 send end'
const gone = { asked, status: 502, file: null }
const refused = errorAt('ConnectionRefusedError', 'ECONNREFUSED', 'origin.connect(where)')

export const proxyRows: readonly Row[] = [
  row(
    'the whole address',
    'wrong-request',
    heard('target', `${asked}\r\n${host}\r\n`),
    `The origin received '${asked}': send the path only`,
  ),
  row(
    'no slash',
    'wrong-request',
    heard('target', `GET a/b.html HTTP/1.1\r\n${host}\r\n`),
    'the path begins with `/`',
  ),
  row(
    'another path',
    'wrong-request',
    heard('target', `GET / HTTP/1.1\r\n${host}\r\n`),
    "and the path that was asked for is '/a/b.html'",
  ),
  row('no Host', 'host-missing', heard('no-host', `${get}\r\n`), 'no Host header'),
  row(
    'the Host of the proxy',
    'wrong-request',
    heard('wrong-host', `${get}Host: 127.0.0.1:12000\r\n\r\n`),
    "is '127.0.0.1:12000', and the address was http://127.0.0.1:9000",
  ),
  row(
    'two Hosts',
    'wrong-request',
    heard('wrong-host', `${get}${host}${host}\r\n`),
    'received 2 Host headers',
  ),
  row('bare LF', 'bare-line-feeds', heard('bare-lf', 'GET / HTTP/1.1\n\n'), 'some end in LF alone'),
  row('no end', 'request-not-ended', heard('unfinished', get), 'waits on'),
  row(
    'no header',
    'wrong-request',
    heard('header', `${get}what\r\n\r\n`),
    "the line 'what', which is no header",
  ),
  row('more', 'wrong-request', heard('more', `${get}${host}\r\nmore`), "received 'more'"),
  row(
    'no version',
    'wrong-request',
    heard('request-line', 'GET /a/b.html\r\n\r\n'),
    'method, path and version',
  ),
  row('nobody called', 'not-forwarded', uncalled(), 'nobody connected to the origin on port 9000'),
  row('called, and silent', 'not-forwarded', uncalled({ called: true }), 'and sent nothing'),
  row(
    'answered without asking',
    'not-forwarded',
    uncalled({ answer: bytes('HTTP/1.1 502 Bad Gateway\r\n\r\n') }),
    "you answered 'HTTP/1.1 502 Bad Gateway' without having asked the origin",
  ),
  row(
    'the first piece of a request to a proxy',
    'chunk-for-message',
    caseOf('tcp server', forward('nothing', '', { answer: bytes('HTTP/1.1 400 No\r\n\r\n') }), inPieces),
    "the first of them 'GET http'",
    "You answered 'HTTP/1.1 400 No'",
  ),
  row(
    'the first piece, and the end',
    'chunk-for-message',
    caseOf('tcp server', forward('nothing', '', { why: 'end' }), inPieces),
    'came in 3 pieces',
  ),
  row(
    'waits for the origin',
    'waits-for-origin',
    caseOf('tcp server', {
      kind: 'origin-end',
      by: 'client 1',
      got: bytes(`${get}${host}Connection: keep-alive\r\n\r\n`),
    }),
    'Your request came with `Connection: keep-alive`',
    'send `Connection: close` upstream',
  ),
  row(
    'behind a slow origin',
    'one-at-a-time',
    caseOf('tcp server', { kind: 'behind', by: 'client 2', slow: 'client 1' }),
    "Client 2 waited 2 s behind client 1's slow origin",
  ),
  row(
    'a header is lost',
    'dropped-header',
    caseOf('tcp server', {
      ...response('dropped', `${ok}A: b\r\n\r\n`, { asked }),
      want: { status: 200, body: null, demand: 'arrival', headers: [['X-Found', 'it']] },
    }),
    "header 'X-Found: it' did not come through",
  ),
  row(
    'no origin, and an end',
    'no-bad-gateway',
    caseOf('tcp server', response('nothing', '', { ...gone, why: 'end' }), asks),
    'closed the connection without a response',
  ),
  row(
    'no origin, and a crash',
    'no-bad-gateway',
    caseOf('tcp server', response('nothing', '', gone), asks, {
      ...crashedWith('', null, ''),
      error: refused,
    }),
    'and your proxy ended (ECONNREFUSED at server.py:14',
  ),
  row(
    'no origin, and a thread that fails',
    'no-bad-gateway',
    caseOf('tcp server', response('nothing', '', gone), asks, { error: refused }),
    'and client 1 got no response',
  ),
  row(
    'another status than 502',
    'wrong-status',
    caseOf('tcp server', response('status', 'HTTP/1.1 404 Not Found\r\n\r\n', gone), asks),
    'a proxy then says 502 Bad Gateway',
  ),
  row(
    'another status than the origin',
    'wrong-status',
    caseOf('tcp server', response('status', `${ok}\r\n`, { asked, status: 404 }), asks),
    'and the origin said 404',
  ),
  row(
    'a body made into text',
    'damaged-bytes',
    caseOf(
      'tcp server',
      response('body', bytes(`${ok}\r\nA\u{fffd}B`), { asked, file: Uint8Array.of(65, 255, 66) }),
    ),
    "The origin's body has 3 bytes, and 5 came: 0xFF came as EF BF BD",
  ),
  row(
    'a body that cannot be decoded',
    'damaged-bytes',
    caseOf(
      'tcp server',
      response('nothing', '', { asked }),
      asks,
      crashedWith('UnicodeDecodeError', null, 'data.decode()', "codec can't decode"),
    ),
    "The origin's body is no text",
  ),
]
