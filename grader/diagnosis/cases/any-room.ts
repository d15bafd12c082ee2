import fc from 'fast-check'
import type { Expectation } from '../../model/expectation.ts'

const why = fc.constantFrom('silence' as const, 'end' as const, 'reset' as const)

/** Whatever a chat room may owe its members. */
export const anyRoom = (
  client: fc.Arbitrary<string>,
  bytes: fc.Arbitrary<Uint8Array>,
  text: fc.Arbitrary<string>,
): fc.Arbitrary<Expectation>[] => [
  fc.record({
    kind: fc.constant('hear' as const),
    by: client,
    want: fc.record({
      about: fc.constantFrom('present', 'joined', 'left', 'said', 'refusal'),
      of: client,
      names: fc.array(text, { maxLength: 3 }),
      line: text,
      text,
    }),
    heard: fc.array(bytes, { maxLength: 4 }),
    rest: bytes,
    others: fc.array(client, { maxLength: 3 }),
    waitedFor: fc.option(client, { nil: null }),
    why,
  }),
  fc.record({
    kind: fc.constant('overheard' as const),
    by: client,
    line: bytes,
    because: fc.constantFrom('own', 'unnamed', 'nobody', 'again'),
    of: client,
  }),
  fc.record({
    kind: fc.constant('stalled' as const),
    by: client,
    speaker: client,
    slow: client,
    saidBytes: fc.nat(),
    heardBytes: fc.nat(),
    why,
  }),
]
