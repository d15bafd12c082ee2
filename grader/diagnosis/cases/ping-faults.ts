import fc from 'fast-check'
import type { PingFault } from '../../model/pings.ts'
import { maybe } from './any-program.ts'

const bytes = fc.uint8Array({ maxLength: 80 })
const number = fc.oneof(fc.double({ noNaN: true }), fc.nat(2000))
const pingResult = fc.record({ seq: fc.nat(12), rttMs: maybe(number) })
const summary = fc.record({ sent: fc.nat(12), received: fc.nat(12), lostPercent: number })
/** By chance, as no program would do it. */
export const pingFaults: fc.Arbitrary<PingFault> = fc.oneof(
  fc.record({ of: fc.constant('format' as const), got: bytes }),
  fc.record({ of: fc.constant('sequence' as const), want: fc.nat(9), got: fc.nat(9) }),
  fc.record({
    of: fc.constant('count' as const),
    sent: fc.nat(9),
    count: fc.nat(9),
    lost: fc.boolean(),
    why: fc.constantFrom('silence' as const, 'exit' as const, 'more' as const),
  }),
  fc.record({ of: fc.constant('turn' as const), seq: fc.nat(9), together: fc.nat(9), withinMs: number }),
  fc.record({ of: fc.constant('line' as const), seq: fc.nat(9), printed: fc.array(pingResult) }),
  fc.record({
    of: fc.constant('result' as const),
    printed: pingResult,
    heldMs: maybe(number),
    reply: maybe(bytes),
  }),
  fc.record({
    of: fc.constant('other-reply' as const),
    printed: pingResult,
    other: fc.nat(9),
    afterMs: number,
  }),
  fc.record({ of: fc.constant('rtt' as const), printed: pingResult, heldMs: number }),
  fc.record({ of: fc.constant('growth' as const), rttsMs: fc.array(number), heldMs: number }),
  fc.record({ of: fc.constant('wait' as const), seq: fc.nat(9), waitedMs: number, strays: fc.boolean() }),
  fc.record({ of: fc.constant('counted' as const), received: fc.nat(), sent: fc.nat() }),
  fc.record({ of: fc.constant('summary' as const), want: summary, got: maybe(summary) }),
)
