import fc from 'fast-check'
import type { SenderFault } from '../../model/expectation-rdt.ts'
import type { Expectation } from '../../model/expectation.ts'
import type { Crossing } from '../../model/impairments.ts'
import { maybe } from './any-program.ts'

const bytes = fc.uint8Array({ maxLength: 80 })
const packet = fc.nat(9)
const afterMs = fc.double({ noNaN: true })
const crossing = fc.constantFrom<Crossing>(
  'clear',
  'lost',
  'damaged',
  'late',
  'ack lost',
  'ack damaged',
  'twice',
)

const fault: fc.Arbitrary<SenderFault> = fc.oneof(
  fc.record({
    of: fc.constant('packet' as const),
    packet,
    got: bytes,
    why: fc.constantFrom(
      'short' as const,
      'long' as const,
      'flags' as const,
      'empty' as const,
      'checksum' as const,
    ),
  }),
  fc.record({ of: fc.constant('seq' as const), packet, got: fc.nat(255) }),
  fc.record({ of: fc.constant('went-on' as const), packet, crossing, answer: maybe(bytes), afterMs }),
  fc.record({ of: fc.constant('changed' as const), packet, was: bytes, got: bytes }),
  fc.record({ of: fc.constant('deaf' as const), packet, times: fc.nat(9), answer: bytes }),
  fc.record({
    of: fc.constant('stopped' as const),
    packet,
    fin: fc.boolean(),
    tries: fc.nat(12),
    crossing,
    answer: maybe(bytes),
    why: fc.constantFrom('silence' as const, 'exit' as const),
  }),
  fc.record({ of: fc.constant('contents' as const), packets: packet, want: bytes, got: bytes }),
  fc.record({ of: fc.constant('after-fin' as const), packet }),
  fc.record({ of: fc.constant('timer' as const), late: fc.boolean(), packet, gapMs: afterMs }),
  fc.record({ of: fc.constant('resent' as const), packet, answer: bytes, afterMs }),
  fc.record({ of: fc.constant('tries' as const), packet, tries: fc.nat(12), ended: fc.boolean() }),
  fc.record({
    of: fc.constant('exit' as const),
    want: fc.nat(1),
    why: fc.constantFrom('silence' as const, 'code' as const),
  }),
)

/** By chance, as no sender would do it. */
export const anyTransmission: fc.Arbitrary<Expectation> = fc.record({
  kind: fc.constant('transmission' as const),
  fault,
  network: fc.constantFrom('', 'packet 3 lost (seed 7)'),
})
