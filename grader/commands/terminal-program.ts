import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import type { Command } from '../model/program.ts'

/** How long a program may take to end after Ctrl-C, which a terminal sends to it as well, before it is told again. */
const graceMs = 500

/** Runs a program with this process's terminal and resolves to its exit code; by a signal, as shells count: 128 + number. */
export function runInTerminal(command: Command, args: readonly string[], cwd: string): Promise<number> {
  const child = spawn(command.file, [...command.args, ...args], {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, ...command.env },
  })
  let told = 0
  const pass = (signal: NodeJS.Signals) => {
    told++
    if (told > 1 || signal !== 'SIGINT') child.kill(told > 2 ? 'SIGKILL' : signal)
    else setTimeout(() => child.kill(signal), graceMs).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']))
  })
}
