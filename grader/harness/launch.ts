import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import type { Command } from '../model/program.ts'
import { EnvironmentError } from './environment-error.ts'
import { marker } from './keeper.ts'
import type { Sandbox } from './sandbox.ts'

export type Launch = {
  readonly command: Command
  readonly sandbox: Sandbox
  readonly home: string
  /** Tells the programs of this grader apart. */
  readonly id: string
  readonly stdio: SpawnOptions['stdio']
}

/** Starts a program in a process group of its own. Throws EnvironmentError when this machine cannot. */
export function launch({
  command,
  sandbox,
  home,
  id,
  stdio,
}: Launch): ChildProcess & { readonly pid: number } {
  const wrapped = sandbox.wrap(command)
  let why: unknown = 'it has no processes, memory or descriptors left'
  try {
    // Asked beforehand: behind a shell an interpreter that is not there looks like a program that crashed.
    if (process.platform !== 'win32') accessSync(command.file, constants.X_OK)
    const child = spawn(wrapped.file, wrapped.args, {
      cwd: home,
      detached: true,
      env: cleanEnvironment(home, id, wrapped.env),
      stdio,
      windowsHide: true,
    })
    child.on('error', () => {}) // told below, by the missing pid
    if (child.pid !== undefined) return child as ChildProcess & { pid: number }
  } catch (error) {
    why = error instanceof Error ? error.message : error
  }
  throw new EnvironmentError(`This machine cannot start ${command.file}: ${String(why)}.`)
}

function cleanEnvironment(home: string, id: string, extra: Command['env']): NodeJS.ProcessEnv {
  const [name, value] = marker.split('=') as [string, string]
  const windows = process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] ?? '' } : {}
  return {
    PATH: process.platform === 'win32' ? (process.env['PATH'] ?? '') : '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    TMPDIR: home,
    LANG: 'C.UTF-8',
    DOORWAY_TRACE_FD: '3',
    [name]: `${value}:${id}`,
    ...windows,
    ...extra,
  }
}
