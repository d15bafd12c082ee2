import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEntry, sameText } from './entry.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'entry-')))
const submission = join(root, 'alice')
const at = (...path: string[]) => join(submission, ...path)
afterAll(() => rmSync(root, { recursive: true }))

mkdirSync(at('folder/server.py'), { recursive: true })
mkdirSync(join(root, 'outside'))
writeFileSync(join(root, 'outside', 'server.py'), 'secret')
writeFileSync(at('plain.py'), 'print(1)\n')
writeFileSync(at('empty.py'), '')
writeFileSync(at('bom.py'), '\uFEFFprint(1)\r\n')
writeFileSync(at('full.py'), '#'.repeat(1024 * 1024))
writeFileSync(at('big.py'), '#'.repeat(1024 * 1024 + 1))
writeFileSync(at('latin1.py'), Buffer.from([0x23, 0xe9, 0x0a]))
writeFileSync(at('utf16.py'), Buffer.from('\uFEFFprint(1)', 'utf16le'))
writeFileSync(at('utf16-without-bom.py'), Buffer.from('print(1)', 'utf16le'))
execFileSync('mkfifo', [at('fifo.py')])
symlinkSync('plain.py', at('link.py'))
symlinkSync(join(root, 'outside', 'server.py'), at('out.py'))
symlinkSync(join(root, 'outside'), at('out'))
symlinkSync('/dev/zero', at('device.py'))
symlinkSync('nothing.py', at('dangling.py'))
symlinkSync('nowhere', at('lost'))
symlinkSync('b.py', at('a.py'))
symlinkSync('a.py', at('b.py'))

test.each([
  ['plain.py', 'print(1)\n'],
  ['empty.py', ''],
  ['bom.py', 'print(1)\r\n'],
  ['full.py', '#'.repeat(1024 * 1024)],
])('%s is text', (name, text) => {
  expect(readEntry(at(name), submission)).toEqual({ kind: 'text', text, path: at(name) })
})

test('a link inside the submission is followed, and what it leads to is the entry', () => {
  expect(readEntry(at('link.py'), submission)).toEqual({
    kind: 'text',
    text: 'print(1)\n',
    path: at('plain.py'),
  })
})

test.each(['none.py', 'plain.py/server.py', 'no/folder/server.py'])('%s is missing', (name) => {
  expect(readEntry(at(name), submission)).toEqual({ kind: 'missing' })
})

test.each([
  ['folder/server.py', 'is a folder, not a file'],
  ['fifo.py', 'is a FIFO, not a file'],
  ['device.py', 'lies behind a link that leaves the submission'],
  ['out.py', 'lies behind a link that leaves the submission'],
  ['out/server.py', 'lies behind a link that leaves the submission'],
  ['dangling.py', 'lies behind a link to nothing'],
  ['lost/server.py', 'lies behind a link to nothing'],
  ['a.py', 'lies behind links that lead in a circle'],
  ['big.py', 'has 1048577 bytes; the limit is 1 MiB'],
  ['latin1.py', 'is not UTF-8 text; save it as UTF-8'],
  ['utf16.py', 'is not UTF-8 text; save it as UTF-8'],
  ['utf16-without-bom.py', 'is not UTF-8 text; save it as UTF-8'],
  ['x'.repeat(300), 'cannot be read (ENAMETOOLONG)'],
  ['zero\0byte.py', 'cannot be read (ERR_INVALID_ARG_VALUE)'],
])('%s is unreadable: it %s', (name, reason) => {
  expect(readEntry(`${submission}/${name}`, submission)).toEqual({ kind: 'unreadable', reason })
})

test('a device in the submission itself is not opened', () => {
  expect(readEntry('/dev/zero', '/dev')).toEqual({
    kind: 'unreadable',
    reason: 'is a device or a socket, not a file',
  })
})

const stub = 'def serve():\n    # TODO\n    pass\n'

test.each([
  ['line endings', 'def serve():\r\n    # TODO\r\n    pass\r\n'],
  ['old line endings', 'def serve():\r    # TODO\r    pass'],
  ['trailing blanks', 'def serve():  \n    # TODO\t\n    pass\n\n\n'],
  ['a byte order mark', `\uFEFF${stub}`],
  ['empty lines', '\ndef serve():\n\n    # TODO\n  \n    pass\n'],
  ['blanks in a line', 'def  serve():\n    #  TODO\n    pass\n'],
  ['tabs for indentation', 'def serve():\n\t# TODO\n\tpass\n'],
  ['the width of indentation', 'def serve():\n  # TODO\n  pass\n'],
])('%s do not make a stub an attempt', (_, text) => expect(sameText(stub, text)).toBe(true))

test.each([
  ['a letter', 'def serve():\n    # TODO!\n    pass\n'],
  ['a line less', 'def serve():\n    pass\n'],
  ['a line moved out of its block', 'def serve():\n    # TODO\npass\n'],
])('%s makes it one', (_, text) => expect(sameText(stub, text)).toBe(false))
