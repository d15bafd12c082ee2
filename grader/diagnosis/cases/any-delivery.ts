import fc from 'fast-check'
import type { Arrival, ReceiverFault } from '../../model/expectation-rdt.ts'
import type { Expectation } from '../../model/expectation.ts'
import { maybe, text } from './any-program.ts'

const bytes = fc.uint8Array({ maxLength: 80 })
const arrival: fc.Arbitrary<Arrival> = fc.record(
  {
    packet: fc.nat(9),
    seq: fc.nat(1),
    fin: fc.boolean(),
    how: fc.constantFrom('whole', 'again', 'late', 'damaged', 'stray'),
    payload: bytes,
    damaged: fc.constantFrom('seq', 'checksum', 'payload'),
  },
  { requiredKeys: ['packet', 'seq', 'fin', 'how', 'payload'] },
)
const want = fc.array(bytes, { maxLength: 4 })

const fault: fc.Arbitrary<ReceiverFault> = fc.oneof(
  fc.record({ of: fc.constant('silence' as const), arrival, gone: fc.boolean() }),
  fc.record({ of: fc.constant('believed' as const), arrival, answer: bytes, want, got: maybe(bytes) }),
  fc.record({ of: fc.constant('form' as const), arrival, answer: bytes }),
  fc.record({ of: fc.constant('file' as const), want, got: maybe(bytes) }),
  fc.record({ of: fc.constant('left' as const), afterMs: fc.double({ noNaN: true }), times: fc.nat(5) }),
  fc.record({ of: fc.constant('exit' as const), why: fc.constantFrom('silence' as const, 'code' as const) }),
)

/** By chance, as no receiver would do it. */
export const anyDelivery: fc.Arbitrary<Expectation> = fc.record({
  kind: fc.constant('delivery' as const),
  by: fc.constant('sender'),
  fault,
  arrived: fc.array(arrival, { maxLength: 5 }),
  network: text.map((each) => each.slice(0, 60)),
})
