import { setTimeout as sleep } from 'node:timers/promises'
import { ended, says, stage } from './testing.ts'

jest.setTimeout(60_000)
const { run } = stage()

describe.each(['reads-a-line.py', 'reads-a-line.mjs'])('%s', (name) => {
  test('reads lines while its input stays open, and sees the end once it is closed', async () => {
    const program = run(name, [], true)
    program.type('one\n')
    await says(program, 'read one')
    program.type('two\n')
    await says(program, 'read two')
    await sleep(50)
    expect(program.exit).toBeNull()
    expect(program.printed()).not.toContain('end')
    program.closeStdin()
    program.closeStdin()
    program.type('three\n')
    expect(await ended(program)).toMatchObject({ code: 0 })
    expect(program.printed()).toBe('read one\nread two\nend\n')
    const ours = program.recorder.events.flatMap(({ actor, event }) => (actor === 'grader' ? [event] : []))
    expect(ours).toEqual(['stdin', 'stdin', 'stdin-closed', 'stdin'])
  })

  test('without one it sees the end at once', async () => {
    const program = run(name)
    program.type('into the void')
    program.closeStdin()
    expect(await ended(program)).toMatchObject({ code: 0 })
    expect(program.printed()).toBe('end\n')
  })
})

test.each(['opens-dev-stdin.py', 'opens-dev-stdin.mjs'])('%s can open /dev/stdin', async (name) => {
  const program = run(name, [0], true)
  program.type('line\n')
  await says(program, 'opening')
  await sleep(50)
  expect(program.printed()).not.toContain('read')
  program.closeStdin()
  expect(await ended(program)).toMatchObject({ code: 0 })
  expect(program.printed()).toContain('read line')
})

test('/dev/stdin can be opened after the end of the input, too', async () => {
  const program = run('opens-dev-stdin.py', [0.5], true)
  program.type('line\n')
  program.closeStdin()
  expect(await ended(program)).toMatchObject({ code: 0 })
  expect(program.printed()).toBe('opening\nread line\n')
})

test('more than a pipe holds is kept until the program reads, and then comes the end', async () => {
  const program = run('reads-late.py', [], true)
  for (let i = 0; i < 100; i++) program.type('x'.repeat(10_000))
  program.closeStdin()
  expect(await ended(program)).toMatchObject({ code: 0 })
  expect(program.printed()).toBe('bytes 1000000\n')
})

test('a program that does not read, or is gone, harms nobody', async () => {
  const [deaf, gone] = [run('counts.py', [], true), run('exits-at-once.py', [], true)]
  await ended(gone)
  for (const program of [deaf, gone]) {
    program.type('x'.repeat(200_000))
    program.closeStdin()
    await program.kill()
    program.dispose()
    program.type('x')
    program.closeStdin()
  }
})
