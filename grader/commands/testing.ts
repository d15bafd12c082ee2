import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const source = join(__dirname, '..', '..')
// The machine may be busy: what matters is that a test ends at all.
const limitMs = 180_000
jest.setTimeout(limitMs)

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }
type Options = {
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  readonly uid?: number
  readonly node?: readonly string[]
}

/** A copy of Doorway that tests may change, with what it was built into; everything in it is removed by `remove`. */
export class House {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'house of tests ')))
  readonly #children = new Set<ChildProcess>()

  constructor() {
    const parts = [
      'dist',
      'exercises',
      'solutions',
      'grader/model',
      'grader/tracks/python-hook',
      'grader/tracks/python-runner',
      'grader/commands/new',
    ]
    for (const part of ['package.json', '.prettierrc.json', ...parts]) {
      cpSync(join(source, part), join(this.root, part), { recursive: true })
    }
    symlinkSync(join(source, 'node_modules'), join(this.root, 'node_modules'))
    mkdirSync(join(this.root, 'tmp'), { mode: 0o777 })
  }

  /** Starts a command; its programs and temporary files stay in this house. */
  start(args: readonly string[], { env = {}, cwd = this.root, uid, node = [] }: Options = {}): ChildProcess {
    const child = spawn(process.execPath, [...node, join(this.root, 'dist', 'cli.js'), ...args], {
      cwd,
      env: { PATH: process.env['PATH'], TMPDIR: join(this.root, 'tmp'), NO_COLOR: '1', ...env },
      timeout: limitMs,
      ...(uid === undefined ? {} : { uid, gid: uid }),
    })
    this.#children.add(child)
    child.once('exit', () => this.#children.delete(child))
    return child
  }

  run(args: readonly string[], options: Options = {}): Promise<Ended> {
    return ended(this.start(args, options))
  }

  /** Makes a submission of these files, by path in its `exercises/`. */
  submit(name: string, files: { readonly [path: string]: string | Buffer }): string {
    const folder = join(this.root, 'submissions', name)
    mkdirSync(join(folder, 'exercises'), { recursive: true })
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'exercises', path)), { recursive: true })
      writeFileSync(join(folder, 'exercises', path), text)
    }
    return folder
  }

  remove(): void {
    for (const child of this.#children) child.kill('SIGKILL')
    rmSync(this.root, { recursive: true, force: true, maxRetries: 3 })
  }
}

export function ended(child: ChildProcess): Promise<Ended> {
  const output = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...output })))
}

/** Waits for something to become true, which a test cannot be told of. */
export async function until(what: () => boolean): Promise<void> {
  const deadline = performance.now() + limitMs
  while (!what()) {
    if (performance.now() > deadline) throw new Error('it never happened')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
