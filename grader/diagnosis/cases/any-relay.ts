import fc from 'fast-check'
import type { Expectation } from '../../model/expectation.ts'

const why = fc.constantFrom('silence' as const, 'end' as const, 'reset' as const)
const different = fc.constant('different' as const)
const faults = fc.constantFrom('lost' as const, 'repeated' as const)
const kind = <Kind extends string>(name: Kind) => fc.constant(name)

/** Whatever a relay may owe to both sides. */
export const anyRelay = (
  client: fc.Arbitrary<string>,
  bytes: fc.Arbitrary<Uint8Array>,
): fc.Arbitrary<Expectation>[] => {
  const side = fc.oneof(client, fc.constantFrom('origin', 'origin, connection 2'))
  return [
    fc.record({ kind: kind('upstream'), by: client, before: fc.nat(9), why }),
    fc.record({
      kind: kind('relayed'),
      by: side,
      from: side,
      want: bytes,
      got: bytes,
      first: fc.boolean(),
      helped: fc.boolean(),
      of: fc.option(client, { nil: null }),
      why: fc.oneof(why, different),
    }),
    fc.record({ kind: kind('passed-end'), by: side, from: side, why }),
    fc.record({
      kind: kind('unreachable-origin'),
      by: client,
      got: bytes,
      why: fc.constantFrom('silence', 'different', 'exit'),
    }),
    fc.record({
      kind: kind('carried'),
      by: side,
      from: side,
      total: fc.nat(),
      arrived: fc.nat(),
      want: bytes,
      got: bytes,
      why: fc.oneof(why, different, faults),
    }),
    fc.record({ kind: kind('memory'), by: client, grewBytes: fc.nat(), takenBytes: fc.nat() }),
    fc.record({ kind: kind('spin'), by: client, usedMs: fc.nat(), idleMs: fc.nat(), ended: fc.boolean() }),
  ]
}
