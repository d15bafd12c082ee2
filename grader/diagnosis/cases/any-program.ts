import fc from 'fast-check'
import type { ProgramFacts } from '../../model/program.ts'

const nasty = fc.constantFrom(
  '\u001b]0;owned\u0007',
  '<script>alert(1)</script>',
  '\u202egnp.exe',
  '${HOME}',
  '`rm -rf ~`',
  '{port}',
  "b'x'",
  '\0',
  '',
)
/** What a program may print, name or claim. */
export const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), nasty)

export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const errno = fc.constantFrom(
  'ENOTCONN',
  'EBADF',
  'EPIPE',
  'EINVAL',
  'EADDRINUSE',
  'ECONNREFUSED',
  'EOPNOTSUPP',
  'EACCES',
  'x',
)
const callName = fc.constantFrom('accept', 'recv', 'send', 'sendto', 'bind', 'connect', 'listen', 'close')
const port = fc.constantFrom(12000, 49871, 0)

/** An error as read from what a program printed. */
export const errorOfAny = fc.record({
  type: fc.oneof(text, fc.constantFrom('SyntaxError', 'TypeError', 'gaierror', 'UnicodeEncodeError')),
  message: text,
  code: maybe(errno),
  call: maybe(callName),
  place: maybe(text),
  source: maybe(text),
})

/** A program in any state. */
export const program: fc.Arbitrary<ProgramFacts> = fc.record({
  command: text,
  exit: maybe(fc.record({ code: maybe(fc.nat(255)), signal: maybe(fc.constant('SIGSEGV')) })),
  error: maybe(errorOfAny),
  sockets: maybe(
    fc.array(
      fc.record({
        transport: fc.constantFrom('tcp' as const, 'udp' as const),
        family: fc.constantFrom('IPv4' as const, 'IPv6' as const),
        address: text,
        port,
        state: fc.constantFrom('listening' as const, 'bound' as const, 'connected' as const),
      }),
      { maxLength: 3 },
    ),
  ),
  stdout: text,
  stderr: text,
  calls: fc.array(
    fc.record(
      {
        t: fc.nat(9000),
        call: fc.oneof(callName, text),
        address: fc.tuple(text, port),
        error: errno,
        waits: fc.boolean(),
        bytes: fc.nat(99),
      },
      { requiredKeys: ['t', 'call'] },
    ),
    { maxLength: 6 },
  ),
  busy: maybe(fc.double({ min: 0, max: 4, noNaN: true })),
  flooded: fc.boolean(),
})
