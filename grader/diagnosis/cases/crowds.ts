import fc from 'fast-check'
import type { Expectation } from '../../model/expectation.ts'

/** Whatever clients that talk together, or send much, may miss. */
export const ofCrowds = (
  client: fc.Arbitrary<string>,
  bytes: fc.Arbitrary<Uint8Array>,
): fc.Arbitrary<Expectation>[] => [
  fc.record({ kind: fc.constant('beside' as const), by: client, idle: client, want: bytes }),
  fc.record({
    kind: fc.constant('together' as const),
    by: client,
    of: fc.option(client, { nil: null }),
    before: fc.boolean(),
    others: fc.nat(9),
    want: bytes,
    got: bytes,
    why: fc.constantFrom(
      'silence' as const,
      'end' as const,
      'reset' as const,
      'different' as const,
      'newline' as const,
      'finish' as const,
    ),
  }),
  fc.record({
    kind: fc.constant('bulk' as const),
    by: client,
    total: fc.nat(),
    taken: fc.nat(),
    arrived: fc.nat(),
    want: bytes,
    got: bytes,
    why: fc.constantFrom(
      'silence' as const,
      'end' as const,
      'reset' as const,
      'different' as const,
      'lost' as const,
      'repeated' as const,
    ),
  }),
]
