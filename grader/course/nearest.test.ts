import { nearest, suggestion } from './nearest.ts'

const slugs = ['accept-loop', 'tcp-upper-server', 'udp-reply']

test.each([
  ['acept-loop', 'accept-loop'],
  ['ACCEPT-LOOP', 'accept-loop'],
  ['accept', 'accept-loop'],
  ['udp-replay', 'udp-reply'],
  ['tcp-server', 'tcp-upper-server'],
])('%s is near %s', (wrong, near) => expect(nearest(wrong, slugs)).toBe(near))

test.each(['', 'x', 'something else', 'a'.repeat(100_000)])('nothing is near %j', (wrong) => {
  expect(nearest(wrong, slugs)).toBeNull()
  expect(suggestion(wrong, slugs)).toBe('')
})

test('nothing is near in an empty list', () => expect(nearest('x', [])).toBeNull())
