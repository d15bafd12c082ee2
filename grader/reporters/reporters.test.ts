import { createColors } from 'picocolors'
import { report as schema } from '../model/report.ts'
import { reporters } from './index.ts'
import { inAscii, type Look } from './look.ts'
import { sample } from './sample.ts'
import { safe } from './safe.ts'
import { terminal } from './terminal.ts'
import { crop, keepShape, widthOf, wrap } from './width.ts'

const look = (columns: number, rest: Partial<Look> = {}): Look => ({
  columns,
  colors: createColors(false),
  unicode: true,
  ...rest,
})
const plain = (text: string) => text.replace(/\u001b\[\d+m/g, '')

test('the sample is a report', () => {
  expect(() => schema.parse(sample)).not.toThrow()
})

test('the terminal report reads well at 80 columns', () => {
  expect(terminal(sample, look(80))).toMatchSnapshot()
})

test('the terminal report reads well at 100 columns, in ASCII', () => {
  expect(terminal(sample, look(100, { unicode: false }))).toMatchSnapshot()
})

test.each([72, 80, 100])('no line is longer than %i columns', (columns) => {
  const lines = terminal(sample, look(columns)).split('\n')
  expect(lines.filter((line) => widthOf(line) > columns && !/^ +by hand/.test(line))).toEqual([])
})

test('colours change nothing but colours', () => {
  const painted = terminal(sample, look(80, { colors: createColors(true) }))
  expect(painted).not.toBe(plain(painted))
  expect(plain(painted)).toBe(terminal(sample, look(80)))
})

test.each(Object.entries(reporters))('what a program wrote cannot drive the terminal: %s', (_, reporter) => {
  expect(reporter(sample)).not.toMatch(
    /[\u0000-\u0009\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e]|\u001b(?!\[\d+m)/,
  )
})

test('the JSON report is the report', () => {
  expect(JSON.parse(reporters['json']?.(sample) ?? '')).toEqual(sample)
})

test('standard error is shown where it is the cause, and only there', () => {
  const text = terminal(sample, look(80))
  expect(text).not.toContain('a warning that has nothing to do with it')
  expect(text).toContain('File "server.py", line 12, in answer')
  expect(text).not.toContain('/home/ada')
})

test('a text is made harmless, its lines are kept', () => {
  expect(safe('a\u001b[2Jb\u0007\tc\nd\u202e')).toBe('a\\x1b[2Jb\\x07 c\nd\\x202e')
})

test('lines are broken between words, long words anywhere', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij'])
  expect(wrap('日本日本', 4)).toEqual(['日本', '日本'])
  expect(wrap('put `a b c` in', 8)).toEqual(['put', '`a b c`', 'in'])
  expect(crop('one two', 5)).toBe('one …')
})

test('in ASCII a caret moves with its byte', () => {
  expect(inAscii("'…abc'\n     ^ byte 9")).toBe("'...abc'\n       ^ byte 9")
})

test('a caret stays under its byte, and what it says goes below when there is no room', () => {
  expect(keepShape("'abc'\n    ^ byte 3: the end", 12)).toEqual(["'abc'", '    ^', 'byte 3: the', 'end'])
})
