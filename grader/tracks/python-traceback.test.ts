import { samples } from './fixtures/samples.ts'
import { readTraceback } from './python-traceback.ts'

const entry = '/alice/server.py'
const header = 'Traceback (most recent call last):'
const frame = '  File "/alice/server.py", line 1, in f'

// What Python 3.8 to 3.13 print.
test.each(samples('python-errors.txt'))('$name', ({ stderr, error }) => {
  expect(readTraceback(stderr, entry)).toEqual(error)
})

test('colours and the line ends of Windows do not matter', () => {
  const lines = [header, frame, '    s.accept()', 'OSError: [Errno 22] Invalid argument']
  const coloured = lines.map((line) => `\u001b[1;35m${line}\u001b[0m\r\n`).join('')
  expect(readTraceback(coloured, entry)).toMatchObject({
    code: 'EINVAL',
    call: 'accept',
    place: 'server.py:1',
  })
})

test.each([
  ['nothing', ''],
  ['a log', 'listening\nError: no\nFile not found'],
  ['a header alone', header],
  ['frames without an end', `${header}\n${frame}\n    f()`],
])('%s is no error', (_, text) => expect(readTraceback(text, entry)).toBeNull())

test.each([
  ['megabytes without an end of line', 'x'.repeat(8 << 20)],
  ['megabytes of headers', `${header}\n`.repeat(200_000)],
  ['megabytes of frames', `${frame}\n`.repeat(200_000)],
  ['a frame that goes on and on', `${header}\n  File "${'", line 1'.repeat(500_000)}`],
  ['brackets and colours', '\u001b[' + '9;'.repeat(2_000_000)],
  ['margins of groups', `${'  +-'.repeat(1_000_000)}\n`.repeat(2)],
])('hostile output stays cheap: %s', (_, text) => {
  const startedMs = performance.now()
  readTraceback(text, entry)
  expect(performance.now() - startedMs).toBeLessThan(500)
})

test('a made-up traceback cannot name a file outside the folder', () => {
  const text = `${header}\n  File "/alice/../etc/shadow", line 1, in f\n    secret\nValueError: x\n`
  expect(readTraceback(text, entry)).toMatchObject({ type: 'ValueError', place: null, source: null })
})
