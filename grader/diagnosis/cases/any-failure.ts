import fc from 'fast-check'
import { misfortunes } from '../../model/failure.ts'

/** Any failure of a client that was to fail well. */
export const anyFailure = fc.record({
  kind: fc.constant('failure' as const),
  of: fc.constantFrom(...misfortunes),
  why: fc.constantFrom('silence', 'early', 'code', 'trace', 'stdout', 'stderr'),
  traced: fc.boolean(),
  timeoutMs: fc.option(fc.nat(9000), { nil: null }),
  tookMs: fc.double({ min: 0, max: 9000, noNaN: true }),
})
