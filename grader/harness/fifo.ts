import { execFileSync } from 'node:child_process'

const timeoutMs = 5000

/** Makes a named pipe (FIFO): what a shell's `|` gives, where Node's own 'pipe' is a socket pair. Not on Windows. */
export function makeFifo(path: string): void {
  execFileSync('mkfifo', ['-m', '600', path], { env: { PATH: '/usr/bin:/bin' }, timeout: timeoutMs })
}
