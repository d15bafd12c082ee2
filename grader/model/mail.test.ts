import { messageFlaw } from './mail.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const flaw = (text: string, raw: string, exactly = true) => messageFlaw(bytes(text), bytes(raw), exactly)

test.each([
  ['LF', 'a\nb\n', 'a\r\nb\r\n'],
  ['CR LF', 'a\r\nb\r\n', 'a\r\nb\r\n'],
  ['no last line end', 'a\nb', 'a\r\nb\r\n'],
  ['dots', '.\n..\n.x\na.b\n', '..\r\n...\r\n..x\r\na.b\r\n'],
  ['headers of its own', 'a\nb\n', 'From: me\r\nTo: you\r\n folded\r\n\r\na\r\nb\r\n'],
  ['headers of its own before a dot', '.a\n', 'From: me\r\n\r\n..a\r\n'],
  ['an empty line at its end', 'a\n\n', 'a\r\n\r\n'],
  ['nothing', '', ''],
])('%s is right', (_, text, raw) => {
  expect(flaw(text, raw)).toBeNull()
})

test.each([
  ['LF', 'a\nb\n', 'a\nb\r\n', { of: 'bare-lf', bare: 1, all: 2 }],
  ['CR CR LF', 'a\r\nb\r\n', 'a\r\r\nb\r\r\n', { of: 'double-cr' }],
  ['an empty line more', 'a\n', 'a\r\n\r\n', { of: 'last-line' }],
  ['a remark', 'a\n', 'a\r\nb\r\n', { of: 'line', line: 2, want: null, got: 'b' }],
  ['cut', 'a\n.\nb\n', 'a\r\n', { of: 'cut', line: 2, all: 3 }],
  ['cut, dots lost before', '.x\n.\nb\n', '.x\r\n', { of: 'cut', line: 2, all: 3 }],
  ['a dot lost', '.x\n', '.x\r\n', { of: 'dot-lost', line: 1, want: '.x', got: 'x' }],
  ['every dot doubled', 'a.b\n', 'a..b\r\n', { of: 'dot-added', line: 1, want: 'a.b', got: 'a..b' }],
  ['half of it', 'a\nb\nc\n', 'a\r\n', { of: 'short', lines: 1, all: 3 }],
  ['blanks taken away', ' a\n', 'a\r\n', { of: 'line', line: 1, want: ' a', got: 'a' }],
  ['Latin-1', 'é\n', '\ufffd\r\n', { of: 'line', line: 1, want: 'é', got: '\ufffd' }],
])('%s is told', (_, text, raw, found) => {
  expect(flaw(text, raw)).toEqual(found)
})

test.each([
  ['LF', 'a\nb\n', 'a\nb\n'],
  ['CR CR LF', 'a\nb\n', 'a\r\r\nb\r\r\n'],
  ['an empty line more', 'a\n', 'a\r\n\r\n'],
])('where only the text matters, %s is right', (_, text, raw) => {
  expect(flaw(text, raw, false)).toBeNull()
})
