import { readFileSync } from 'node:fs'
import { basename, dirname, relative, sep } from 'node:path'

/** Whether a path from an error message lies in the folder of the student's entry. */
export const isTheirs = (path: string, entry: string): boolean => path.startsWith(dirname(entry) + sep)

/** As a student knows it: `server.py:14`. */
export const placeOf = (path: string, line: string | number, entry: string): string =>
  `${relative(dirname(entry), path) || basename(path)}:${line}`

/** One line of the student's own file, or null. */
export function sourceLine(path: string, line: number): string | null {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/)[line - 1]?.trim().slice(0, 200) ?? null
  } catch {
    return null
  }
}

const calls = 'accept|bind|close|connect|listen|recv|recvfrom|send|sendall|sendto|shutdown|recv_into|recvfrom_into'

/** The socket call in a source line, such as `recv` in `data = server.recv(1024)`. */
export const callIn = (source: string | null): string | null =>
  new RegExp(`\\.(${calls})\\s*\\(`).exec(source ?? '')?.[1] ?? null
