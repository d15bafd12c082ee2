import { openDescriptors } from './descriptors.ts'
import { says, stage } from './testing.ts'

jest.setTimeout(60_000)
const { run } = stage()

const onLinux = process.platform === 'linux' ? test : test.skip

onLinux('a socket is counted once, though a child has inherited it', async () => {
  const [few, many] = [run('opens-sockets.py', [1]), run('opens-sockets.py', [31])]
  await Promise.all([says(few, 'open'), says(many, 'open')])
  const [fewer, more] = [openDescriptors(few.pid), openDescriptors(many.pid)]
  expect(fewer).toBeGreaterThan(3)
  expect((more ?? 0) - (fewer ?? 0)).toBe(30)
})

test('of a program that is gone nothing is told', async () => {
  const program = run('opens-sockets.py', [1])
  await program.kill()
  expect(openDescriptors(program.pid)).toBeNull()
})
