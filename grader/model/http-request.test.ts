import { asksToClose, requestFault } from './http-request.ts'

const wanted = { path: '/a?b', host: '127.0.0.1', port: 8080 }
const [line, host] = ['GET /a?b HTTP/1.1', 'Host: 127.0.0.1']
const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`

test.each([
  ['right', lines(line, host)],
  ['with its port', lines(line, 'host:127.0.0.1:8080')],
  ['HTTP/1.0', lines('GET /a?b HTTP/1.0', host)],
  ['with more headers', lines(line, 'Accept: */*', host, 'X-Empty:')],
  ['with a blank line behind it', `${lines(line, host)}\r\n`],
])('%s', (_, text) => {
  expect(requestFault(text, wanted)).toBeNull()
})

test.each([
  ['nothing', ''],
  ['tls', '\x16\x03\x01'],
  ['bare-lf', `${line}\n${host}\n\n`],
  ['bare-lf', `${line}\r\n${host}\r\n\n`],
  ['bare-lf', `\n${line}`],
  ['unfinished', `${line}\r\n${host}\r\n`],
  ['unfinished', `${line}\r\n${host}\r\n \r\n`],
  ['request-line', lines('GET /a?b', host)],
  ['request-line', lines('GET /a?b HTTP/1.1 ', host)],
  ['version', lines('GET  /a?b HTTP/1.1', host).replace('HTTP/1.1', 'x').replace('  ', ' ')],
  ['method', lines('get /a?b HTTP/1.1', host)],
  ['target', lines('GET /a HTTP/1.1', host)],
  ['header', lines(line, host, 'no header')],
  ['no-host', lines(line)],
  ['wrong-host', lines(line, 'Host: localhost')],
  ['wrong-host', lines(line, host, host)],
  ['more', `${lines(line, host)}x`],
])('%s: %j', (fault, text) => {
  expect(requestFault(text, wanted)).toBe(fault)
})

test.each([
  [true, lines(line, 'Connection: close')],
  [true, lines(line, 'connection:TE,  Close')],
  [true, lines('GET / HTTP/1.0')],
  [true, `${line}\r\nConnection: close`],
  [false, lines(line)],
  [false, lines(line, 'Connection: keep-alive')],
  [false, lines('GET / HTTP/1.0', 'Connection: keep-alive')],
  [false, lines(line, 'X-Connection: close')],
])('asks to close: %s, %j', (asks, text) => {
  expect(asksToClose(text)).toBe(asks)
})
