import { linesOf, rightLines } from './lines.ts'

const bytes = (text: string) => Buffer.from(text)
const want = (...lines: string[]) => lines.map((line) => line.split('|').map(bytes))

test.each([
  ['', [], ''],
  ['a\nb', ['a'], 'b'],
  ['a\r\n\n\r\nb\r\r\n', ['a', '', '', 'b\r'], ''],
  ['é\n', ['é'], ''],
])('%j is cut into its lines', (text, lines, rest) => {
  const cut = linesOf(bytes(text))
  expect(cut.lines.map(String)).toEqual(lines)
  expect(String(cut.rest)).toBe(rest)
})

test.each([
  ['all of them', 'A\nB\r\n', { right: 2, size: 5, wrong: false }],
  ['another that is right', 'A\nb\n', { right: 2, size: 4, wrong: false }],
  ['what follows is not looked at', 'A\nB\nC\n', { right: 2, size: 4, wrong: false }],
  ['not all yet', 'A\nB', { right: 1, size: 2, wrong: false }],
  ['none yet', '', { right: 0, size: 0, wrong: false }],
  ['another line', 'A\nX\nB\n', { right: 1, size: 2, wrong: true }],
  ['too long for a line', 'A\nBBB', { right: 1, size: 2, wrong: true }],
])('%s', (_, got, found) => {
  expect(rightLines(want('A', 'B|b'), bytes(got))).toEqual(found)
})
