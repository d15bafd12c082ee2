import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { environmentOf, allProcesses, isAlive, type Process } from './processes.ts'
import { listenersOn } from './open-sockets.ts'
import { marker, startKeeper, stopKeeper } from './keeper.ts'
import { Ports } from './ports.ts'
import { Program } from './program.ts'
import { Recorder } from './recorder.ts'
import { processGroup } from './sandbox.ts'

/** Apart from the ports of graders that run at the same time. */
export const testPorts = [13_000, 16_999] as const
const patienceMs = 20_000

let python: string | undefined
const findPython = () =>
  execFileSync('python3', ['-I', '-S', '-c', 'import sys; print(sys.executable)'], {
    encoding: 'utf8',
  }).trim()

/** How a program of `fixtures/` is started. */
export function fixture(name: string): { readonly file: string; readonly args: readonly string[] } {
  const path = join(__dirname, 'fixtures', name)
  if (!name.endsWith('.py')) return { file: process.execPath, args: [path] }
  python ??= findPython()
  return { file: python, args: ['-u', path] }
}

/** Programs, ports and a folder for the tests of one file; after each test nothing of them is left. */
export function stage() {
  const folder = mkdtempSync(join(tmpdir(), 'doorway-test-'))
  const ports = new Ports(testPorts)
  const programs: Program[] = []
  let homes = 0

  beforeAll(() => startKeeper())
  afterEach(async () => {
    const ending = programs.splice(0)
    await Promise.all(ending.map((program) => program.kill()))
    for (const program of ending) program.dispose()
  })
  afterAll(async () => {
    ports.close()
    await stopKeeper()
    rmSync(folder, { recursive: true, force: true })
  })

  return {
    folder,
    port: () => ports.take(),
    run(name: string, args: readonly (string | number)[] = [], stdin = false, slowReader = false): Program {
      const home = join(folder, `home-${++homes}`)
      const options = {
        command: fixture(name),
        args: args.map(String),
        stdin,
        home,
        sandbox: processGroup,
        slowReader,
      }
      const program = new Program(new Recorder(), options)
      programs.push(program)
      return program
    },
  }
}

/** Waits until a program has printed `text`. */
export async function says(program: Program, text: string): Promise<void> {
  const look = () => (program.printed().includes(text) ? true : undefined)
  if (await program.recorder.until(patienceMs, look)) return
  throw new Error(`it did not say '${text}' but '${program.printed()}' and '${program.stderrTail(2000)}'`)
}

/** Waits for what is no event. */
export async function eventually(look: () => boolean): Promise<void> {
  const giveUpAtMs = performance.now() + patienceMs
  while (!look() && performance.now() < giveUpAtMs) await sleep(5)
  expect(look()).toBe(true)
}

export const ended = (program: Program) => program.recorder.until(patienceMs, () => program.exit ?? undefined)

/** What is alive that carries this marker, or has one of these process numbers. */
export function alive(mark: string = marker, pids: readonly number[] = []): number[] {
  const known = new Map<number, Process>()
  const found = new Set<number>()
  for (let fresh = allProcesses(); fresh.length > 0; fresh = allProcesses(known)) {
    for (const each of fresh) {
      known.set(each.pid, each)
      if (isAlive(each) && (pids.includes(each.pid) || environmentOf(each.pid).includes(mark)))
        found.add(each.pid)
    }
  }
  return [...found]
}

export const listeners = (port: number): string[] => [
  ...listenersOn('tcp', port),
  ...listenersOn('udp', port),
]
