import { printedAddresses } from './printed-addresses.ts'

const want = ['198.51.100.7', '203.0.113.200']

test.each([
  ['one a line', '198.51.100.7\n203.0.113.200\n'],
  ['in another order, without a last line end', '203.0.113.200\r\n198.51.100.7'],
  ['with words around them', 'asking 127.0.0.1\nAddress: 198.51.100.7\n- 203.0.113.200.\n'],
  ['twice, once beside each other', "['198.51.100.7', '203.0.113.200']\n198.51.100.7\n203.0.113.200\n"],
])('%s', (_, printed) => {
  expect(printedAddresses(printed, want)).toMatchObject({ missing: [], sharing: false })
})

test.each([
  ['nothing', '', want, false],
  ['one of them', '198.51.100.7\n', ['203.0.113.200'], false],
  ['both on one line', '198.51.100.7 203.0.113.200\n', want, true],
  ['longer numbers', '1198.51.100.7\n203.0.113.2001\n198.51.100.7.9\n', want, false],
])('%s is not enough', (_, printed, missing, sharing) => {
  expect(printedAddresses(printed, want)).toMatchObject({ missing, sharing })
})

test('lines that are an address and nothing else', () => {
  expect(printedAddresses('1.2.3.4\nfrom 5.6.7.8\n  9.9.9.9  \n', want).lines).toEqual(['1.2.3.4', '9.9.9.9'])
})
