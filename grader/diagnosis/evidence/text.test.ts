import fc from 'fast-check'
import { firstDifference, pointOut, wantedBeside } from './caret.ts'
import { bytesOfText as bytes, hex, plain, quote, sized, slice } from './text.ts'

/** What stands above the caret. */
function pointed(want: string | Uint8Array, got: string | Uint8Array): string {
  const [line = '', below = ''] = pointOut(asBytes(want), asBytes(got)).split('\n')
  return Array.from(line).slice(below.indexOf('^')).join('')
}
const asBytes = (text: string | Uint8Array) => (typeof text === 'string' ? bytes(text) : text)

test('what cannot be seen is escaped, what can be read is left alone', () => {
  expect(quote(bytes('hé\n\r\t\\ 日本'))).toBe("'hé\\n\\r\\t\\\\ 日本'")
  expect(quote(bytes('\u001b[31mred\u0007'))).toBe("'\\u{1b}[31mred\\u{7}'")
  expect(quote(bytes('a\u202eb\u200bc\u00a0d\ufeff'))).toBe("'a\\u{202e}b\\u{200b}c\\u{a0}d\\u{feff}'")
  expect(quote(Uint8Array.of(0xe9, 0x41, 0xff))).toBe("'\\xE9A\\xFF'")
  // The end of a letter that was cut is not looked for before its beginning.
  expect(quote(Uint8Array.of(0xa9, 0x41, 0x42))).toBe("'\\xA9AB'")
})

test('quotes inside are kept readable', () => {
  expect(quote(bytes("b'HELLO'"))).toBe(`"b'HELLO'"`)
  expect(quote(bytes('say "hi"'))).toBe(`'say "hi"'`)
  expect(quote(bytes(`'"`))).toBe('`\'"`')
})

test('long ones are cut, and their size is told', () => {
  expect(sized(bytes('x'.repeat(1200)))).toBe(`'${'x'.repeat(48)}…' (1200 bytes)`)
  expect(quote(new Uint8Array(1_000_000)).length).toBeLessThan(60)
  expect(plain('y'.repeat(5000), 20)).toBe(`${'y'.repeat(20)}…`)
})

test('hex has two digits a byte', () => {
  expect(hex(bytes('HELLO\n'))).toBe('48 45 4C 4C 4F 0A')
  expect(hex(new Uint8Array(20), 3)).toBe('00 00 00 …')
})

test('a cut never goes through a character', () => {
  const text = bytes('日本日本')
  expect(new TextDecoder().decode(slice(text, 4, 5).part)).toBe('本')
})

test('the caret stands under the first byte that differs', () => {
  expect(pointOut(bytes('HELLO'), bytes('HELLO\n'))).toBe(
    ["'HELLO\\n' (6 bytes)", '      ^ byte 5: 0A, expected the end'].join('\n'),
  )
  expect(pointOut(bytes('HELLO'), bytes('HE'))).toBe(
    ["'HE' (2 bytes)", '   ^ byte 2: the end, expected 4C 4C 4F'].join('\n'),
  )
  expect(pointed('abc', 'aXc')).toMatch(/^X/)
})

test('characters of several bytes count as one, wide ones take two columns', () => {
  expect(pointed('éé-x', 'éé-y')).toMatch(/^y/)
  expect(pointOut(bytes('日本x'), bytes('日本y')).split('\n')[1]).toBe('     ^ byte 6: 79, expected 78')
  expect(pointOut(bytes('é'), Uint8Array.of(0xe9)).split('\n')[0]).toBe("'\\xE9' (1 byte)")
  expect(pointed('é', 'è')).toMatch(/^è/)
})

test('of a long text the part around the difference is shown, and the same part of the wanted one', () => {
  const [want, got] = [`${'a'.repeat(600)}X${'b'.repeat(600)}`, `${'a'.repeat(600)}Y${'b'.repeat(600)}`]
  expect(pointed(want, got)).toMatch(/^Yb/)
  const [line = ''] = pointOut(bytes(want), bytes(got)).split('\n')
  expect(line).toMatch(/^'…a+Yb+…' \(1201 bytes\)$/)
  expect(line.length).toBeLessThan(70)
  expect(wantedBeside(bytes(want), bytes(got))).toBe(line.replace('Y', 'X'))
})

const anything = fc.uint8Array({ maxLength: 300 })

test('whatever the bytes, a quote is one short line without control characters', () => {
  fc.assert(
    fc.property(anything, (data) => {
      const text = quote(data)
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
      expect(text.length).toBeLessThan(120)
    }),
  )
})

test('whatever the bytes, the caret is inside the quotes or at their end', () => {
  fc.assert(
    fc.property(anything, anything, (want, got) => {
      const [line = '', below] = pointOut(want, got).split('\n')
      if (below === undefined) return expect(firstDifference(want, got)).toBe(got.length)
      expect(below.indexOf('^')).toBeGreaterThan(0)
      expect(below.indexOf('^')).toBeLessThan(line.length * 2)
    }),
  )
})
