import { alive, ended, listeners, says, stage } from './testing.ts'

jest.setTimeout(60_000)
const { port, run } = stage()

describe.each([
  ['forks-and-leaves.py', 'left', true],
  ['forks-twice.py', 'left', true],
  ['holds-stdout.py', 'still here', true],
  ['changes-group.py', 'left', true],
  ['hides-a-child.py', 'left', false],
  ['respawns.py', 'left', true],
  ['forks-a-lot.py', 'left', false],
  ['ignores-signals.py', 'left', false],
  ['stops-itself.py', 'left', false],
  ['closes-its-streams.py', 'left', false],
  ['floods.mjs', '', true],
])('%s', (name, word, endsByItself) => {
  test('is seen for what it does, and nothing of it outlives kill()', async () => {
    const at = await port()
    const program = run(name, [at])
    await says(program, word)
    if (endsByItself) expect(await ended(program)).toEqual(program.flooded ? byKill : normally)
    const ownChild = /left (\d+)/.exec(program.printed())?.[1]

    await program.kill()

    expect(alive(undefined, [program.pid, Number(ownChild ?? program.pid)])).toEqual([])
    expect(listeners(at)).toEqual([])
    expect(program.exit).toEqual(endsByItself && !program.flooded ? normally : byKill)
  })
})

const normally = { code: 0, signal: null }
const byKill = { code: null, signal: 'SIGKILL' }

test('kill() may be called twice, at once and later, and dispose() as well', async () => {
  const program = run('counts.py')
  await says(program, '3')
  await Promise.all([program.kill(), program.kill()])
  await program.kill()
  program.dispose()
  program.dispose()
  expect(program.printed()).toBe('')
  expect(alive()).toEqual([])
})

test('what it does after kill() has begun is not recorded', async () => {
  const program = run('counts.py')
  await says(program, '3')
  await program.kill()
  expect(program.recorder.events.at(-1)).toMatchObject({ actor: 'program', event: 'stdout' })
})
