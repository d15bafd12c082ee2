import fc from 'fast-check'
import type { Expectation } from '../../model/expectation.ts'
import { errorOfAny, maybe, text } from './any-program.ts'

const bytes = fc.uint8Array({ maxLength: 40 })
const name = fc.constantFrom('sendAll', 'send_all')
const send = fc.record({ bytes, took: maybe(fc.nat(40)), waiting: fc.nat(2) })
const common = { waiting: fc.nat(2), added: fc.boolean() }
const outcome = maybe(
  fc.oneof(
    fc.record({ kind: fc.constant('returned' as const), shown: text, lazy: fc.boolean(), ...common }),
    fc.record({
      kind: fc.constant('raised' as const),
      error: maybe(errorOfAny),
      type: text,
      broken: fc.boolean(),
      ...common,
    }),
  ),
)
const called = { name, data: bytes, text: fc.boolean(), sends: fc.array(send, { maxLength: 4 }), outcome }

/** Anything that may be expected of a module. */
export const anyModule: fc.Arbitrary<Expectation> = fc.oneof(
  fc.record({
    kind: fc.constant('module' as const),
    name,
    found: maybe(
      fc.record({
        what: fc.constantFrom('nothing' as const, 'value' as const, 'class' as const),
        names: fc.array(text, { maxLength: 3 }),
        shown: text,
      }),
    ),
  }),
  fc.record({
    kind: fc.constant('sends' as const),
    ...called,
    at: fc.nat(40),
    astray: maybe(fc.record({ bytes, nth: fc.integer({ min: 1, max: 9 }) })),
    before: fc.record({ from: fc.nat(40), offered: fc.nat(40) }),
    why: fc.constantFrom(
      'assumed',
      'restarted',
      'repeated',
      'skipped',
      'letters',
      'more',
      'different',
      'stopped',
      'raised',
      'endless',
      'silence',
    ),
  }),
  fc.record({
    kind: fc.constant('raise' as const),
    ...called,
    why: fc.constantFrom('returned', 'raised', 'endless', 'silence'),
  }),
  fc.record({
    kind: fc.constant('arrival' as const),
    name,
    total: fc.nat(99),
    arrived: fc.nat(99),
    want: bytes,
    got: bytes,
    why: fc.constantFrom('lost', 'repeated', 'different', 'end', 'reset', 'silence'),
    outcome,
  }),
)
