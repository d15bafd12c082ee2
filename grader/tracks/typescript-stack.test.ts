import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { samples } from './fixtures/samples.ts'
import { readStack } from './typescript-stack.ts'

// Called as a second download is.
const home = realpathSync(mkdtempSync(join(tmpdir(), 'stack-')))
const folder = join(home, 'course (1)', 'typescript')
const entry = join(folder, 'server.ts')
const source = `import { socket } from '#socket'
const s = socket()
const data = await s.recv(10)
net.createServer().listen(70000)
`
mkdirSync(join(folder, 'lib'), { recursive: true })
writeFileSync(entry, source)
writeFileSync(join(folder, 'lib', 'deep.ts'), 'export const deep = (x: any) => x.foo.bar\n')
afterAll(() => rmSync(home, { recursive: true }))

const read = (stderr: string) => readStack(stderr.replaceAll('/alice', folder), entry)
const recv = { place: 'server.ts:3', source: 'const data = await s.recv(10)', call: 'recv' }

// What Node 20 and its predecessors print.
test.each(samples('node-errors.txt'))('$name', ({ stderr, error }) => expect(read(stderr)).toEqual(error))

test.each([`at ${pathToFileURL(entry).href}:3:7`, `at async main (file://${encodeURI(entry)}:3:7)`])(
  'a frame as a URL: %s',
  (frame) => expect(read(`Error: x\n    ${frame}\n`)).toMatchObject(recv),
)

test('colours and the line ends of Windows do not matter', () => {
  const text = '\u001b[31mError: x\u001b[39m\r\n\u001b[90m    at f (/alice/server.ts:3:3)\u001b[39m\r\n'
  expect(read(text)).toMatchObject({ type: 'Error', message: 'x', ...recv })
})

test.each([
  ['nothing', ''],
  ['a log', 'Server: started\nno error\nERROR 7\nError\n'],
  ['a deprecation', '(node:7) [DEP0005] DeprecationWarning: Buffer() is deprecated\n'],
])('%s is no error', (_, text) => expect(read(text)).toBeNull())

test.each([
  ['megabytes without an end of line', 'x'.repeat(8 << 20)],
  ['megabytes of brackets in a frame', `Error: x\n    at ${'('.repeat(4 << 20)}`],
  ['megabytes of numbers in a frame', `Error: x\n    at /${':1'.repeat(2 << 20)}`],
  ['megabytes of frames', `    at f (${entry}:3:3)\n`.repeat(50_000)],
  ['megabytes of headlines', `${'Error: '.repeat(50)}\n    at x\n`.repeat(20_000)],
  ['megabytes of blanks', ' '.repeat(8 << 20)],
])('hostile output stays cheap: %s', (_, text) => {
  const startedMs = performance.now()
  readStack(text, entry)
  expect(performance.now() - startedMs).toBeLessThan(500)
})

describe('a made-up stack makes us read nothing but the student’s own ordinary files', () => {
  writeFileSync(join(home, 'secret.txt'), 'secret')
  symlinkSync(join(home, 'secret.txt'), join(folder, 'link.ts'))
  execFileSync('mkfifo', [join(folder, 'fifo.ts')])

  test.each(['../../secret.txt', 'link.ts', 'fifo.ts', 'lib', 'none.ts'])('%s', (name) => {
    expect(read(`Error: x\n    at f (/alice/${name}:1:1)\n`)).toMatchObject({ type: 'Error', source: null })
  })
})
