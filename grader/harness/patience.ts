import { spawn } from 'node:child_process'

/** A program start takes about this share of a deadline before the deadline is stretched. */
const startsPerDeadline = 20
const baseDeadlineMs = 5000
const freshMs = 2000
const longestStretch = 12
const longestStartMs = (longestStretch * baseDeadlineMs) / startsPerDeadline

let measured: { readonly atMs: number; readonly startMs: Promise<number> } | null = null

/**
 * A deadline that ran out is questioned before it is believed: a bare runtime is started, and when that alone
 * takes more than a twentieth of 5 s, the machine is overloaded and every deadline grows in proportion.
 */
export async function stretched(ms: number): Promise<number> {
  if (measured === null || performance.now() - measured.atMs > freshMs) {
    measured = { atMs: performance.now(), startMs: timeOneStart() }
  }
  return ms * stretchFor(await measured.startMs)
}

/** How much longer a deadline is when a bare runtime takes this long to start. */
export function stretchFor(startMs: number): number {
  return Math.min(Math.max((startsPerDeadline * startMs) / baseDeadlineMs, 1), longestStretch)
}

function timeOneStart(): Promise<number> {
  return new Promise((resolve) => {
    const startedMs = performance.now()
    const done = () => resolve(performance.now() - startedMs)
    const options = { stdio: 'ignore', env: {}, timeout: longestStartMs, killSignal: 'SIGKILL' } as const
    const child = spawn(process.execPath, ['-e', '0'], options)
    child.once('exit', done)
    child.once('error', done)
  })
}
