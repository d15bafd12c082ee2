import { accessSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EnvironmentError } from './environment-error.ts'
import { isStopped } from './processes.ts'
import { Program } from './program.ts'
import { Recorder } from './recorder.ts'
import { mostFileBytes, processGroup } from './sandbox.ts'
import { alive, ended, eventually, listeners, says, stage } from './testing.ts'

jest.setTimeout(60_000)
const { folder, port, run } = stage()

const openDescriptors = () => readdirSync('/proc/self/fd').length

describe('what a program says and how it ends', () => {
  test('words right before its end are heard, and stand before the exit', async () => {
    for (let i = 0; i < 20; i++) {
      const program = run('exits-at-once.py')
      expect(await ended(program)).toEqual({ code: 3, signal: null })
      expect(program.printed()).toBe('last words\n')
      expect(program.stderrTail(100)).toBe('and why\n')
      expect(program.recorder.events.map(({ event }) => event)).toEqual(['start', 'stdout', 'exit'])
    }
  })

  test('a program that opens /dev/stdout as well does not write over its own words', async () => {
    const program = run('opens-dev-stdout.py')
    expect(await ended(program)).toEqual({ code: 0, signal: null })
    expect(program.printed()).toBe('second\nthird\n') // opening it for writing empties a file
    expect(program.stdoutTail(6)).toBe('third\n')
  })

  test('it has a home of its own, a clean environment, and its limits', async () => {
    process.env['DOORWAY_TEST_SECRET'] = 'secret'
    const program = run('shows-itself.py')
    await ended(program)
    const shown = JSON.parse(program.printed()) as Record<string, unknown>
    expect(shown).toMatchObject({ cwd: shown['home'], secret: null, fds: [0, 1, 2, 3], leads: true })
    expect(shown['limits']).toEqual({ core: 0, file: mostFileBytes, descriptors: 1024 })
    delete process.env['DOORWAY_TEST_SECRET']
  })
})

describe('a program that cannot be started is a fault of this machine', () => {
  const start = (file: string) =>
    new Program(new Recorder(), {
      command: { file, args: [] },
      args: [],
      stdin: true,
      home: join(folder, 'never'),
      sandbox: processGroup,
    })

  test.each([
    ['is not there', join(folder, 'nothing'), /cannot start .*ENOENT/],
    ['may not be executed', join(folder, 'plain'), /cannot start .*EACCES/],
    ['is a link to nowhere', join(folder, 'link'), /cannot start .*ENOENT/],
    ['has a name that no file can have', 'with\0zero', /cannot start/],
  ])('whose interpreter %s', (_, file, message) => {
    writeFileSync(join(folder, 'plain'), '')
    symlinkSync('/nowhere', join(folder, 'link'), 'file')
    const before = openDescriptors()
    expect(() => start(file)).toThrow(EnvironmentError)
    expect(() => start(file)).toThrow(message)
    expect(openDescriptors()).toBe(before)
    expect(() => accessSync(join(folder, 'never'))).toThrow('ENOENT')
  })

  afterEach(() => rmSync(join(folder, 'link'), { force: true }))
})

describe('a flood', () => {
  test.each([
    ['on standard output', 'floods.py', [1]],
    ['on standard error', 'floods.py', [2]],
    ['of lines, by Node', 'floods.mjs', []],
  ])('%s is stopped soon, and little of it is kept', async (_, name, args) => {
    const before = process.memoryUsage().rss
    const program = run(name, args)
    const startedMs = performance.now()
    expect(await ended(program)).toBeDefined()
    expect(program.flooded).toBe(true)
    expect(performance.now() - startedMs).toBeLessThan(5000)
    expect(program.printed().length).toBeLessThanOrEqual(mostFileBytes)
    expect(program.stderrTail(Infinity).length).toBeLessThanOrEqual(mostFileBytes)
    const recorded = program.recorder.events.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0)
    expect(recorded).toBeLessThan(8 * 1024 * 1024)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })

  test('of the call trace ends at a limit, and stops nobody', async () => {
    const program = run('floods.py', [3])
    expect(await ended(program)).toMatchObject({ code: 1 })
    expect(program.flooded).toBe(false)
    expect(program.stderrTail(1000)).toContain('File too large')
    expect(program.calls()).toEqual([])
  })

  test('of a file in its home ends at a limit', async () => {
    const program = run('fills-a-file.py')
    expect(await ended(program)).toMatchObject({ code: 1 })
    expect(program.stderrTail(1000)).toContain('File too large')
  })

  test('of memory ends in a MemoryError', async () => {
    const program = run('takes-memory.py')
    expect(await ended(program)).toMatchObject({ code: 1 })
    expect(program.stderrTail(1000)).toContain('MemoryError')
  })
})

describe('its home is removed', () => {
  test.each(['locks-its-home.py', 'nests-its-home.py', 'deletes-its-home.py'])('after %s', async (name) => {
    const program = run(name)
    expect(await ended(program)).toMatchObject({ code: 0 })
    const home = program.home
    await program.kill()
    program.dispose()
    expect(() => accessSync(home)).toThrow('ENOENT')
  })

  test('and not what a link in its place leads to', async () => {
    const precious = join(folder, 'precious')
    mkdirSync(precious)
    writeFileSync(join(precious, 'file'), '')
    const program = run('replaces-its-home.py', [precious])
    expect(await ended(program)).toMatchObject({ code: 0 })
    const home = program.home
    await program.kill()
    program.dispose()
    expect(() => accessSync(home)).toThrow('ENOENT')
    expect(readdirSync(precious)).toEqual(['file'])
  })
})

describe('pause and resume', () => {
  test('a paused program does nothing, a resumed one goes on', async () => {
    const program = run('counts.py')
    await says(program, '3')
    expect(await program.pause()).toBe(true)
    const held = program.printed()
    await sleep(100)
    expect(program.printed()).toBe(held)
    program.resume()
    await program.recorder.until(5000, () => (program.printed().length > held.length ? true : undefined))
    expect(program.printed().length).toBeGreaterThan(held.length)
    expect(program.recorder.events.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['pause', 'resume']),
    )
  })

  test('when pause() resolves, every thread stands still', async () => {
    const program = run('keeps-busy.py')
    await says(program, 'left')
    for (let i = 0; i < 30; i++) {
      await program.pause()
      expect(isStopped(program.pid)).toBe(true)
      program.resume()
    }
  })

  test('a program that has ended cannot be paused, and a paused one can be killed', async () => {
    const [gone, held] = [run('exits-at-once.py'), run('ignores-signals.py', [await port()])]
    await ended(gone)
    expect(await gone.pause()).toBe(false)
    gone.resume()
    expect(gone.recorder.events.map(({ event }) => event)).not.toContain('resume')
    await says(held, 'left')
    await held.pause()
    await held.kill()
    expect(alive()).toEqual([])
  })
})

test('it says which sockets it has, also those of a child that left', async () => {
  const [at, other] = [await port(), await port()]
  const [server, parent] = [run('echoes.py', [at]), run('serves-from-a-child.py', [other])]
  await eventually(() => listeners(at).length > 0)
  await says(parent, 'left')
  const listening = { transport: 'tcp', family: 'IPv4', address: '127.0.0.1', state: 'listening' }
  expect(server.sockets()).toEqual([{ ...listening, port: at }])
  expect(parent.sockets()).toEqual([{ ...listening, port: other }])
  expect(server.busy()).toBeLessThan(1.1)
})
