import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endWorkers } from './workers.ts'

const prefix = 'doorway-'

/** No temporary folder can be made: one sentence with the next step. */
export class ScratchError extends Error {}

export type Scratch = { readonly folder: string; remove(): void }

const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/**
 * A private folder for one run: bundles, programs' homes, evidence. Removed when the process ends, also when it is
 * interrupted; `onSignal` takes the place of ending then.
 */
export function makeScratch(onSignal?: (signal: NodeJS.Signals) => void): Scratch {
  const folder = makeFolder()
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  process.once('exit', remove)
  for (const [signal, code] of Object.entries(exitCodes)) {
    const end = () => {
      endWorkers(folder)
      process.exit(code)
    }
    process.on(signal, onSignal ?? end)
  }
  return { folder, remove }
}

function makeFolder(): string {
  try {
    const home = realpathSync(tmpdir())
    removeOrphans(home)
    return mkdtempSync(join(home, `${prefix}${process.pid}-`))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new ScratchError(
      `The temporary folder ${tmpdir()} cannot be used (${code}). Set TMPDIR to one with free space.`,
    )
  }
}

// Left by runs that were killed.
function removeOrphans(home: string): void {
  for (const name of readdirSync(home)) {
    const pid = Number(/^doorway-(\d+)-/.exec(name)?.[1])
    if (pid > 0 && !isAlive(pid)) removeQuietly(join(home, name))
  }
}

// It may be somebody else's.
function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // it stays
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
