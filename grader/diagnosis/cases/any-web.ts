import fc from 'fast-check'
import { text } from './any-program.ts'

const faults = [
  'nothing',
  'no-status-line',
  'status-line',
  'unfinished',
  'status',
  'dropped',
  'header',
  'bare-lf',
  'length',
  'chunks',
  'body',
  'cut',
  'more',
  'wrong-length',
  'unsaid',
  'open',
] as const

/** Any failure of a web server or proxy. */
export const anyWeb = (by: fc.Arbitrary<string>, bytes: fc.Arbitrary<Uint8Array>) => [
  fc.record({
    kind: fc.constant('response' as const),
    by,
    asked: fc.oneof(text, fc.constantFrom('GET /a HTTP/1.1', 'POST / HTTP/1.1', 'GET http://a/ HTTP/1.1')),
    want: fc.record({
      status: fc.constantFrom(200, 404, 502, null),
      body: fc.option(bytes, { nil: null }),
      demand: fc.constantFrom('form' as const, 'end' as const),
    }),
    got: fc.oneof(
      bytes,
      bytes.map((each) => Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n'), each])),
    ),
    fault: fc.constantFrom(...faults),
    why: fc.constantFrom('silence' as const, 'end' as const, 'reset' as const, 'different' as const),
  }),
  fc.record({ kind: fc.constant('secret' as const), by, target: text, got: bytes }),
  fc.record({
    kind: fc.constant('forward' as const),
    by,
    asked: text,
    path: text,
    at: fc.nat(65535),
    called: fc.boolean(),
    got: bytes,
    fault: fc.constantFrom(
      'nothing',
      'bare-lf',
      'unfinished',
      'target',
      'no-host',
      'wrong-host',
      'header',
      'more',
    ),
    answer: bytes,
    why: fc.constantFrom('silence' as const, 'end' as const, 'reset' as const),
  }),
  fc.record({ kind: fc.constant('origin-end' as const), by, got: bytes }),
  fc.record({ kind: fc.constant('behind' as const), by, slow: fc.constant('client 1') }),
]
