import { readdirSync } from 'node:fs'
import { ended, says, stage } from './testing.ts'

jest.setTimeout(60_000)
const { run } = stage()

test('everything that a program prints is kept, in order', async () => {
  const program = run('prints-much.mjs', [], false, true)
  expect(await ended(program)).toMatchObject({ code: 0 })
  expect(program.printedBytes()).toHaveLength(300_000)
  expect(program.printed()).toBe('x'.repeat(300_000))
  expect(program.stdoutTail(3)).toBe('xxx')
  expect(readdirSync(program.home)).toEqual([])
})

test('a program that leaves at once loses what its reader had no time for, and not what it had written', async () => {
  const program = run('prints-much.mjs', ['exit'], false, true)
  expect(await ended(program)).toMatchObject({ code: 0 })
  expect(program.printedBytes().length).toBeGreaterThanOrEqual(64 * 1024)
  expect(program.printedBytes().length).toBeLessThan(300_000)
})

test('to a file it loses nothing', async () => {
  const program = run('prints-much.mjs', ['exit'])
  await ended(program)
  expect(program.printedBytes()).toHaveLength(300_000)
})

test('short texts are seen at once', async () => {
  const program = run('reads-a-line.py', [], true, true)
  program.type('one\n')
  await says(program, 'read one')
  expect(program.exit).toBeNull()
})

test('a flood is stopped', async () => {
  const program = run('floods.py', [1], false, true)
  expect(await ended(program)).toMatchObject({ signal: 'SIGKILL' })
  expect(program.flooded).toBe(true)
  expect(program.printedBytes().length).toBeLessThan(9 * 1024 * 1024)
})
