import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writtenFile } from './written-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'written-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

test('a file is read, at most as much as is wanted', () => {
  writeFileSync(at('plain'), 'hello')
  writeFileSync(at('empty'), '')
  expect(writtenFile(at('plain'), 99)?.toString()).toBe('hello')
  expect(writtenFile(at('plain'), 2)?.toString()).toBe('he')
  expect(writtenFile(at('empty'), 99)).toHaveLength(0)
})

test('what is no file is none, and nothing waits for it', () => {
  mkdirSync(at('folder'))
  symlinkSync('/etc/hostname', at('link'))
  execFileSync('mkfifo', [at('pipe')])
  for (const name of ['missing', 'folder', 'link', 'pipe']) expect(writtenFile(at(name), 99)).toBeNull()
})
