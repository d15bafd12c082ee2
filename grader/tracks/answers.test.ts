import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answers } from './answers.ts'

const folder = mkdtempSync(join(tmpdir(), 'answers-'))
afterAll(() => rmSync(folder, { recursive: true }))

function read(text: string, name = 'answers.yaml') {
  const path = join(folder, name)
  writeFileSync(path, text)
  return answers.prepare(path, '', folder)
}

test('values and their lines', async () => {
  const ready = await read('# mine\nq1: a\nq2:\n  x: 1\nq3: |\n  because\n')
  expect(ready).toEqual({
    answers: {
      file: 'answers.yaml',
      values: { q1: 'a', q2: { x: 1 }, q3: 'because\n' },
      lines: { q1: 2, q2: 3, q3: 5 },
    },
  })
})

test.each([
  ['', {}],
  ['# nothing\n', {}],
  ['\uFEFFq1: a\r\nq2: b\r\n', { q1: 'a', q2: 'b' }],
])('%j can be read', async (text, values) => {
  expect(await read(text)).toMatchObject({ answers: { values } })
})

test.each([
  ['q1: it is: so\n', 'answers.yaml:1:5', 'second `: `'],
  ['q1: a\nq1: b\n', 'answers.yaml:2:1', 'for the second time'],
  ['q1:\n\tx: 1\n', 'answers.yaml:2:1', 'a tab'],
  ['q1: [a, b\n', 'answers.yaml:2:1', 'bracket'],
  ['q1: a\n---\nq2: b\n', 'answers.yaml:2:1', 'second part'],
  ['q1 a\nq2: b\n', 'answers.yaml:1:1', 'on one line'],
  ['- a\n- b\n', 'answers.yaml:1:1', 'question: answer'],
  ['just words\n', 'answers.yaml:1:1', 'question: answer'],
])('%j is told with its place', async (text, place, says) => {
  const ready = await read(text)
  expect(ready).toMatchObject({ problem: { place } })
  expect(JSON.stringify(ready)).toContain(says)
})

test('a file that is made to grow is not read', async () => {
  const list = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`
  const bomb = `${list('a', 'x')}${list('b', '*a')}${list('c', '*b')}${list('d', '*c')}`
  expect(await read(bomb)).toMatchObject({ problem: { place: 'answers.yaml:1:1' } })
})

test('columns and sections of Markdown', async () => {
  const text =
    '# All\n\n## Server\n\n| TCP | UDP |\n|---|---|\n| `socket()` | a \\| b |\n| listen() |\n\n## Reasons\n\nSo.\n'
  const ready = await read(text, 'answers.md')
  expect(ready).toMatchObject({
    answers: {
      values: {
        'tcp-server': [
          { text: '`socket()`', line: 7, row: 0 },
          { text: 'listen()', line: 8, row: 1 },
        ],
        'udp-server': [
          { text: 'a | b', line: 7, row: 0 },
          { text: '', line: 8, row: 1 },
        ],
      },
      lines: { 'tcp-server': 5, reasons: 10 },
    },
  })
  expect(JSON.stringify(ready)).toContain('So.')
})

test.each(['TCP server|UDP server', 'Server (TCP)|Server: UDP', 'tcp SERVER|udp SERVER'])(
  'the columns %s',
  async (header) => {
    const ready = await read(`| ${header.replace('|', ' | ')} |\n|---|---|\n| x | y |\n`, 'answers.md')
    expect(ready).toMatchObject({
      answers: { values: { 'tcp-server': [{ text: 'x' }], 'udp-server': [{ text: 'y' }] } },
    })
  },
)

test('Markdown far beyond any answer is not parsed', async () => {
  expect(await read('| a |\n'.repeat(20_000), 'answers.md')).toMatchObject({
    problem: { place: 'answers.md:1:1' },
  })
})
