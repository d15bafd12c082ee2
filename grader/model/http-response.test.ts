import { judgeResponse, type Demand } from './http-judge.ts'
import { readResponse } from './http-response.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const ok = 'HTTP/1.1 200 OK\r\n'
const length = `${ok}Content-Length: 5\r\n\r\n`
const chunked = `${ok}Transfer-Encoding: chunked\r\n\r\n`
const close = `${ok}Connection: close\r\n\r\n`
const body = (text: string) => Buffer.from(readResponse(bytes(text)).body).toString('latin1')

test.each([
  ['length', `${length}hello`, 'hello', true],
  ['length', `${length}hello more`, 'hello', true],
  ['length', `${length}hel`, 'hel', false],
  ['length', 'HTTP/1.1 204 No Content\r\n\r\n', '', true],
  ['length', 'HTTP/1.0 200 OK\r\ncontent-length:0\r\n\r\n', '', true],
  ['chunked', `${chunked}5\r\nhello\r\n0\r\n\r\n`, 'hello', true],
  ['chunked', `${chunked}3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nTrailer: x\r\n\r\nmore`, 'hello', true],
  ['chunked', `${chunked}A\r\nhello`, 'hello', false],
  ['chunked', `${chunked}5\r\nhello\r\n0\r\n`, 'hello', false],
  [
    'chunked',
    `${ok}Content-Length: 3\r\nTransfer-Encoding: gzip, chunked\r\n\r\n1\r\n0\r\n0\r\n\r\n`,
    '0',
    true,
  ],
  ['close', `${close}hello`, 'hello', false],
  ['close', 'HTTP/1.0 200 OK\r\n\r\nhello', 'hello', false],
  ['unsaid', `${ok}\r\nhello`, 'hello', false],
  ['unsaid', 'HTTP/1.0 200 OK\nConnection: keep-alive\n\nhello', 'hello', false],
])('%s: %j', (framing, text, wanted, complete) => {
  const read = readResponse(bytes(text))
  expect([read.framing, read.complete]).toEqual([framing, complete])
  expect(body(text)).toBe(wanted)
})

test('a chunked body without sizes, and what follows a response', () => {
  expect(readResponse(bytes(`${chunked}hello\r\n`)).oddChunk).toBe('hello')
  expect(readResponse(bytes(`${chunked}2\r\nhello\r\n`)).oddChunk).toBe('llo\r\n')
  expect(readResponse(bytes(`${length}hello\r\n`)).more).toEqual(bytes('\r\n'))
})

const judge = (
  text: string,
  demand: Demand,
  over: 'end' | 'reset' | null = null,
  status: number | null = 200,
) => judgeResponse(bytes(text), over, { status, body: bytes('hello'), demand })

test.each<[Demand, string]>([
  ['form', `${length}hello`],
  ['form', `HTTP/1.0 200 \r\n\r\nhello`],
  ['form', `HTTP/1.1 200\r\nX: \r\n\r\nhello and more`],
  ['form', `${ok}Content-Length: 99\r\n\r\nhello`],
  ['form', `${chunked}5\r\nhello\r\n`],
  ['arrival', `HTTP/1.1  200 OK\nno header\n\nhello`],
  ['exact', `${length}hello\r\n`],
  ['exact', `${chunked}5\r\nhello\r\n0\r\n\r\n`],
  ['end', `${length}hello`],
  ['end', `${ok}Connection: close\r\nContent-Length: 5\r\n\r\nhello\r\n`],
])('right, %s: %j', (demand, text) => {
  expect(judge(text, demand).fault).toBeNull()
})

test.each<[string, Demand, string]>([
  ['nothing', 'form', ''],
  ['no-status-line', 'form', '<h1>hello</h1>'],
  ['no-status-line', 'arrival', 'hello'],
  ['status-line', 'form', 'HTTP/1.1 OK\r\n\r\nhello'],
  ['status-line', 'form', 'HTTP/1.1  200 OK\r\n\r\nhello'],
  ['status-line', 'form', 'HTTP/2 200 OK\r\n\r\nhello'],
  ['unfinished', 'form', 'HT'],
  ['unfinished', 'form', `${ok}Content-Length: 5\r\nhello`],
  ['status', 'form', 'HTTP/1.1 404 Not Found\r\n\r\n'],
  ['header', 'form', `${ok}hello\r\n\r\n`],
  ['bare-lf', 'form', 'HTTP/1.1 200 OK\n\nhello'],
  ['bare-lf', 'form', `${ok}A: b\r\n\nhello`],
  ['length', 'arrival', `${ok}Content-Length: five\r\n\r\nhello`],
  ['length', 'arrival', `${ok}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`],
  ['chunks', 'arrival', `${chunked}hello`.concat('\n')],
  ['body', 'arrival', `${length}jello`],
  ['cut', 'arrival', `${length}hell`],
  ['more', 'exact', `${close}hello\r\n`],
  ['wrong-length', 'exact', `${ok}Content-Length: 6\r\n\r\nhello`],
  ['wrong-length', 'end', `${ok}Content-Length: 4\r\n\r\nhello`],
  ['unsaid', 'end', `${ok}\r\nhello`],
  ['open', 'end', `${close}hello`],
  ['more', 'end', `${length}hello\r\n`],
])('%s, %s: %j', (fault, demand, text) => {
  expect(judge(text, demand).fault).toBe(fault)
})

test('what a later byte may mend is not settled, and the end of the stream may be what is wanted', () => {
  expect(judge(`${length}hel`, 'arrival')).toEqual({ fault: 'cut', settled: false })
  expect(judge(`${length}jel`, 'arrival')).toEqual({ fault: 'body', settled: true })
  expect(judge(`${close}hello`, 'end', 'end').fault).toBeNull()
  expect(judge(`${close}hello`, 'end', 'reset').fault).toBe('cut')
})

test('a refusal is any status from 400 to 599', () => {
  const told = (status: number) => judge(`HTTP/1.1 ${status} Hm\r\n\r\n`, 'status', null, null).fault
  expect([200, 302, 400, 405, 501, 600].map(told)).toEqual(['status', 'status', null, null, null, 'status'])
})
