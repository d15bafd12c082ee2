import fc from 'fast-check'
import type { LookUpExpectation, LookUpFault } from '../../model/expectation-lookup.ts'
import { queryFields } from '../../model/dns-query.ts'
import { maybe, text } from './any-program.ts'

const of = <const Name extends string>(name: Name) => fc.constant(name)
const among = <const Names extends readonly string[]>(...names: Names) =>
  fc.constantFrom<Names[number][]>(...names)
const bytes = fc.uint8Array({ maxLength: 80 })
const number = fc.nat(0xffff)
const texts = fc.array(text, { maxLength: 3 })

const query = fc.oneof(
  fc.record({ of: of('short'), size: number }),
  fc.record({ of: among('length-in-front', 'text-name', 'open-name') }),
  fc.record({ of: of('swapped'), field: fc.constantFrom(...queryFields), value: number }),
  fc.record({ of: of('field'), field: fc.constantFrom(...queryFields), want: number, value: number }),
  fc.record({ of: of('flags'), flags: number, what: among('response', 'opcode', 'recursion') }),
  fc.record({ of: of('name'), got: text }),
  fc.record({ of: of('more'), size: number }),
)

const fault: fc.Arbitrary<LookUpFault> = fc.oneof(
  fc.record({ of: of('query'), fault: query, got: bytes }),
  fc.record({
    of: of('addresses'),
    form: among('in full', 'pointers', 'alias', 'several'),
    want: texts,
    got: texts,
    sharing: fc.boolean(),
    alias: maybe(text),
    forgery: maybe(fc.record({ asked: number, id: number, address: text })),
    why: among('silence', 'exit'),
  }),
  fc.record({ of: of('same-id'), id: number, runs: fc.nat(9) }),
  fc.record({ of: of('exit'), why: among('silence', 'code') }),
  fc.record({
    of: of('nothing'),
    answer: among('NXDOMAIN', 'SERVFAIL', 'no address'),
    why: among('silence', 'code'),
  }),
  fc.record({ of: of('retry'), afterMs: maybe(number), why: among('early', 'silence', 'exit') }),
  fc.record({ of: of('give-up'), queries: fc.nat(99), why: among('silence', 'once', 'code') }),
)

/** However a program may look up a name. */
export const anyLookUp: fc.Arbitrary<LookUpExpectation> = fc.record({ kind: of('dns'), name: text, fault })
