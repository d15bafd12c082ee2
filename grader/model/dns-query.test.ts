import { dnsId, encodedName, queryFault, questionOf } from './dns-query.ts'

const name = 'www.example.com'
const header = [0x8a, 0x3c, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]
const qname = encodedName(name)
const end = [0, 1, 0, 1]
const bytes = (...parts: readonly (Iterable<number> | string)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])),
  )
const query = bytes(header, qname, end)
const changed = (offset: number, ...values: readonly number[]) => {
  const copy = Uint8Array.from(query)
  copy.set(values, offset)
  return copy
}

test('a name is labels with their length in front', () => {
  expect([...qname]).toEqual([...bytes([3], 'www', [7], 'example', [3], 'com', [0])])
})

test('the ID and the question', () => {
  expect(dnsId(query)).toBe(0x8a3c)
  expect(dnsId(new Uint8Array(1))).toBeNull()
  expect([...questionOf(query)]).toEqual([...qname, ...end])
})

test('in place of what is no question one of the same length', () => {
  expect([...questionOf(bytes(header, 'no labels'))]).toEqual([...bytes([3], 'o l', [0], end)])
  expect([...questionOf(bytes(header, [9], 'abc'))]).toEqual([...bytes([9], 'abc')])
  expect(questionOf(bytes(header, 'x'.repeat(99)))).toHaveLength(99)
})

test.each([
  ['as it should be', query],
  ['in other case', bytes(header, encodedName('wWw.EXAMPLE.com'), end)],
  ['with AD and CD', changed(2, 1, 0x30)],
  ['with another ID', changed(0, 0, 0)],
])('a query %s', (_, each) => {
  expect(queryFault(each, name)).toBeNull()
})

test.each([
  ['nothing', bytes(), { of: 'short', size: 0 }],
  ['a header', bytes(header), { of: 'open-name' }],
  ['no class', bytes(header, qname, [0, 1]), { of: 'short', size: 31 }],
  ['no 0', bytes(header, qname.subarray(0, -1), end), { of: 'open-name' }],
  ['text', bytes(header, name, [0], end), { of: 'text-name' }],
  ['text behind its length', bytes(header, [name.length], name, [0], end), { of: 'text-name' }],
  [
    'another name',
    bytes(header, encodedName('www.example.org'), end),
    { of: 'name', got: 'www.example.org' },
  ],
  ['little-endian', changed(2, 0, 1, 1, 0), { of: 'swapped', field: 'QDCOUNT', value: 256 }],
  ['little-endian flags', changed(2, 0, 1), { of: 'swapped', field: 'flags', value: 1 }],
  ['little-endian QTYPE', changed(29, 1, 0), { of: 'swapped', field: 'QTYPE', value: 256 }],
  ['AAAA', changed(29, 0, 28), { of: 'field', field: 'QTYPE', want: 1, value: 28 }],
  ['no question', changed(4, 0, 0), { of: 'field', field: 'QDCOUNT', want: 1, value: 0 }],
  ['an answer', changed(6, 0, 1), { of: 'field', field: 'ANCOUNT', want: 0, value: 1 }],
  ['a response', changed(2, 0x81), { of: 'flags', flags: 0x8100, what: 'response' }],
  ['another kind of query', changed(2, 0x11), { of: 'flags', flags: 0x1100, what: 'opcode' }],
  ['no RD', changed(2, 0), { of: 'flags', flags: 0, what: 'recursion' }],
  ['zeros behind it', bytes(query, [0, 0, 0]), { of: 'more', size: 3 }],
  ['a length in front', bytes([0, query.length], query), { of: 'length-in-front' }],
])('%s is told', (_, each, fault) => {
  expect(queryFault(each, name)).toEqual(fault)
})
