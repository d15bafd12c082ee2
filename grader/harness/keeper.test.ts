import { buildSync } from 'esbuild'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { alive, eventually, fixture, listeners, stage } from './testing.ts'
import { startKeeper, stopKeeper } from './keeper.ts'
import { allProcesses } from './processes.ts'

jest.setTimeout(60_000)
const { folder, port } = stage()
const grader = join(folder, 'grader.cjs')

beforeAll(() => {
  buildSync({
    entryPoints: [join(__dirname, 'fixtures/grader.ts')],
    bundle: true,
    platform: 'node',
    outfile: grader,
  })
})

/** Starts a grader in a process group of its own, and waits until its program is up. */
async function start(ending: string, name: string, at: number) {
  const { file, args } = fixture(name)
  const home = join(folder, `home-${at}`)
  const child = spawn(process.execPath, [grader, ending, home, file, ...args, String(at)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const gone = once(child, 'exit')
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const [mark = '', pid = ''] = line.toString().trim().split(' ')
  expect(mark).toMatch(/^DOORWAY_PROGRAM=.{36}$/)
  return { child, gone, mark, pid: Number(pid) }
}

async function vanish(mark: string, pid: number): Promise<void> {
  await eventually(() => alive(mark, [pid]).length === 0)
}

const kill = (child: ChildProcess, signal: NodeJS.Signals, group = false) =>
  process.kill((group ? -1 : 1) * (child.pid ?? 0), signal)

describe.each(['ignores-signals.py', 'forks-twice.py', 'forks-a-lot.py', 'stops-itself.py'])(
  '%s is ended',
  (name) => {
    test.each([
      ['a grader that is killed', 'waits', (child: ChildProcess) => kill(child, 'SIGKILL')],
      [
        'a grader that is interrupted with its group, as by Ctrl-C',
        'waits',
        (child: ChildProcess) => kill(child, 'SIGINT', true),
      ],
      ['a terminal that is closed', 'waits', (child: ChildProcess) => kill(child, 'SIGHUP', true)],
      ['a grader that exits without a word', 'exits', () => {}],
      ['a grader that throws', 'throws', () => {}],
      ['a grader that lets its keeper go', 'stops-its-keeper', () => {}],
    ])('after %s', async (_, ending, act) => {
      const at = await port()
      const { child, gone, mark, pid } = await start(ending, name, at)
      act(child)
      await gone
      await vanish(mark, pid)
      expect(listeners(at)).toEqual([])
    })
  },
)

test('a program that kills the grader does not outlive it', async () => {
  const { gone, mark, pid } = await start('is-killed', 'kills-its-parent.py', await port())
  expect(await gone).toEqual([null, 'SIGKILL'])
  await vanish(mark, pid)
})

test('a grader that has ended its programs ends by itself, and so does its keeper', async () => {
  const { gone, mark, pid } = await start('ends', 'ignores-signals.py', await port())
  expect(await gone).toEqual([0, null])
  await vanish(mark, pid)
})

test('a keeper that somebody killed is let go all the same, and another one is started', async () => {
  const shells = () =>
    allProcesses().filter(({ parent, session, pid }) => parent === process.pid && session === pid)
  await Promise.all([stopKeeper(), stopKeeper()])
  expect(shells()).toEqual([])
  startKeeper()
  const [shell] = shells()
  process.kill(shell?.pid ?? 0, 'SIGKILL')
  await stopKeeper()
  startKeeper()
  expect(shells()).toHaveLength(1)
})
