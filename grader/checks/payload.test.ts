import fc from 'fast-check'
import { Payloads } from './payload.ts'

test('the same seed and names draw the same payloads', () => {
  const draw = () => new Payloads(7, 'accept-loop', 'twenty').text(40)
  expect(draw()).toBe(draw())
})

test('another seed, exercise or check draws other payloads', () => {
  const drawn = [
    new Payloads(7, 'a', 'b'),
    new Payloads(8, 'a', 'b'),
    new Payloads(7, 'a', 'c'),
    new Payloads(7, 'd', 'b'),
  ].map((each) => each.text(20))
  expect(new Set(drawn).size).toBe(4)
})

test('text has the length asked for, begins and ends with a letter, and changes when upper-cased', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 2000 }), (seed, length) => {
      const text = new Payloads(seed, 'x').text(length)
      expect(text).toHaveLength(length)
      expect(text).toMatch(/^[a-z]([A-Za-z0-9 .,!?-]*[a-z])?$/)
      expect(text.includes('  ')).toBe(length >= 10)
      expect(text.toUpperCase()).not.toBe(text)
    }),
  )
})

test('text of length 0 is empty', () => expect(new Payloads(1).text(0)).toBe(''))

test('unicode has more bytes than letters', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const text = new Payloads(seed).unicode()
      expect(Buffer.byteLength(text)).toBeGreaterThan(text.length)
    }),
  )
})
