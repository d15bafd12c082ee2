import { readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'

const mostChars = 64 * 1024
const widest = 1000
const mostBytes = 1024 * 1024

/** What can matter of an error output, which may be anything: the end of it, in lines of bounded length, uncoloured. */
export function tameLines(stderr: string): string[] {
  return stderr
    .slice(-mostChars)
    .split(/\r?\n/)
    .map((line) => line.slice(0, widest).replace(/\u001b\[[0-9;]{0,20}m/g, ''))
}

/** Whether a path from an error message, which a program may have made up, lies in the folder of the student's entry. */
export const isTheirs = (path: string, entry: string): boolean =>
  isAbsolute(path) &&
  resolve(path).startsWith(dirname(entry) + sep) &&
  !/[\\/](?:site-packages|node_modules)[\\/]/.test(path)

/** As a student knows it: `server.py:14`. */
export const placeOf = (path: string, line: string | number, entry: string): string =>
  `${relative(dirname(entry), path) || basename(path)}:${line}`

/** One line of the student's own file, or null. */
export function sourceLine(path: string, line: number, entry: string): string | null {
  try {
    const real = realpathSync(path)
    const stat = statSync(real)
    if (!isTheirs(real, entry) || !stat.isFile() || stat.size > mostBytes) return null
    return readFileSync(real, 'utf8').split(/\r?\n/)[line - 1]?.trim().slice(0, 200) ?? null
  } catch {
    return null
  }
}

const names =
  'accept|bind|close|connect|listen|recv|recvfrom|send|sendall|sendto|shutdown|recv_into|recvfrom_into'
const calls = new RegExp(`\\.(${names})\\s*\\(`)

/** The socket call in a source line, such as `recv` in `data = server.recv(1024)`. */
export const callIn = (source: string | null): string | null => calls.exec(source ?? '')?.[1] ?? null

/** The root of what went wrong among errors that belong together: the first with an errno, else the last. */
export const rootCause = <E extends { readonly code: string | null }>(errors: readonly E[]): E | null =>
  errors.find(({ code }) => code !== null) ?? errors.at(-1) ?? null
