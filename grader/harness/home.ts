import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, rmSync } from 'node:fs'

const removalMs = 10_000

/** A folder of a program's own: working directory, home and temporary files. */
export function makeHome(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
}

/**
 * Removes a home, whatever its program did to it: folders without permissions, names too long for a path, a link in
 * its place. What cannot be removed stays behind and costs nobody a point.
 */
export function removeHome(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    if (process.platform !== 'win32') removeTheHardWay(path)
  }
}

function removeTheHardWay(path: string): void {
  const options = { stdio: 'ignore', timeout: removalMs, env: { PATH: '/usr/bin:/bin' } } as const
  try {
    if (!lstatSync(path).isDirectory()) return
    execFileSync('/bin/sh', ['-c', 'chmod -R u+rwx -- "$0"; rm -rf -- "$0"', path], options)
  } catch {
    // left to whoever removes the scratch folder
  }
}
