import type { Expectation } from '../../model/expectation.ts'
import type { RequestFault } from '../../model/http-request.ts'
import { caseOf, exited, port, row, type Row } from './shorthands.ts'

const path = '/abc/de.html'
const get = `GET ${path} HTTP/1.1`
const host = `Host: 127.0.0.1:${port}`

const request = (fault: RequestFault, text: string, why: 'silence' | 'end' = 'silence'): Expectation => ({
  kind: 'request',
  path,
  got: Buffer.from(text, 'latin1'),
  fault,
  why,
})
const asked = (fault: RequestFault, text: string) => caseOf('tcp client', request(fault, text))

export const requestRows: readonly Row[] = [
  row('silence', 'sent-nothing', asked('nothing', ''), 'In HTTP the client speaks first'),
  row(
    'connect() and close()',
    'sent-nothing',
    caseOf('tcp client', request('nothing', '', 'end')),
    'closed without sending a request',
  ),
  row('https', 'wrong-request', asked('tls', '\x16\x03\x01'), 'You speak TLS'),
  row(
    'no empty line',
    'request-not-ended',
    asked('unfinished', `${get}\r\n${host}\r\n`),
    'the server still waits for it to end',
    'an empty line finishes the header, which is one CR LF more',
  ),
  row(
    'no empty line, and then the end',
    'request-not-ended',
    caseOf('tcp client', request('unfinished', `${get}\r\n${host}`, 'end')),
    'and then you ended the stream',
    'CR LF twice',
  ),
  row(
    'line ends in raw text',
    'request-not-ended',
    asked('unfinished', `${get}\\r\\n${host}\\r\\n\\r\\n`),
    'a backslash and the letters r and n',
  ),
  row(
    'bare line feeds',
    'bare-line-feeds',
    asked('bare-lf', `${get}\n${host}\n\n`),
    'HTTP lines end in CR LF (0D 0A), and you sent a bare LF (0A)',
  ),
  row(
    'one bare line feed',
    'bare-line-feeds',
    asked('bare-lf', `${get}\r\n${host}\r\n\n`),
    '1 of yours ends in a bare LF',
  ),
  row('no Host', 'host-missing', asked('no-host', `${get}\r\n\r\n`), 'HTTP/1.1 requires a Host header'),
  row(
    'no Host in HTTP/1.0',
    'host-missing',
    asked('no-host', `GET ${path} HTTP/1.0\r\n\r\n`),
    'HTTP/1.0 did not ask for one',
  ),
  row(
    'another Host',
    'wrong-request',
    asked('wrong-host', `${get}\r\nHost: example.com\r\n\r\n`),
    "names 'example.com', and the host argument is 127.0.0.1",
  ),
  row(
    'two Hosts',
    'wrong-request',
    asked('wrong-host', `${get}\r\n${host}\r\n${host}\r\n\r\n`),
    '2 Host headers',
  ),
  row(
    'another path',
    'wrong-request',
    asked('target', `GET / HTTP/1.1\r\n\r\n`),
    "You asked for '/', and the PATH argument is '/abc/de.html'",
  ),
  row(
    'the whole address',
    'wrong-request',
    asked('target', `GET http://127.0.0.1${path} HTTP/1.1\r\n\r\n`),
    'Only a proxy is sent the whole address',
  ),
  row('lower case', 'wrong-request', asked('method', `get ${path} HTTP/1.1\r\n\r\n`), 'GET, in capitals'),
  row('HTTP/2', 'wrong-request', asked('version', `GET ${path} HTTP/2\r\n\r\n`), "yours is 'HTTP/2'"),
  row('two words', 'wrong-request', asked('request-line', `GET ${path}\r\n\r\n`), 'three words'),
  row(
    'a blank before the colon',
    'wrong-request',
    asked('header', `${get}\r\nHost : x\r\n\r\n`),
    "'Host : x' is no header",
  ),
  row(
    'two requests',
    'wrong-request',
    asked('more', `${get}\r\n${host}\r\n\r\n${get}\r\n`),
    'ends with its empty line',
  ),
  row(
    'no Connection: close',
    'kept-alive',
    caseOf('tcp client', { kind: 'ask-to-close', got: Buffer.from(`${get}\r\n\r\n`) }),
    'You wait for the end of the stream, but did not ask the server to close',
  ),
  row(
    'exit code 0 although refused',
    'exit-code',
    caseOf('tcp client', { kind: 'give-up', why: 'code' }, '', exited()),
    'the connection was refused, but your program ended with exit code 0',
  ),
  row(
    'tries for ever',
    'not-exited',
    caseOf('tcp client', { kind: 'give-up', why: 'silence' }),
    'and your program is still running',
  ),
]
