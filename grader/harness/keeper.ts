import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'

/** Every program carries this in its environment, so that one that left its process group can still be found. */
export const marker = `DOORWAY_PROGRAM=${randomUUID()}`

// Reads "+ PID" and "- PID"; when its input ends, the grader is gone, however it went, and so must the programs.
const script = `
trap '' INT TERM HUP
alive=
while read -r sign pid; do
  case "$sign" in
    +) alive="$alive $pid" ;;
    -) rest=; for each in $alive; do [ "$each" = "$pid" ] || rest="$rest $each"; done; alive=$rest ;;
  esac
done
for pid in $alive; do kill -KILL -- "-$pid" 2>/dev/null; done
[ -n "$alive" ] && for file in $(grep -las '${marker}' /proc/[0-9]*/environ 2>/dev/null); do
  pid=\${file#/proc/}; kill -KILL "\${pid%/environ}" 2>/dev/null
done
`

let keeper: ChildProcess | null = null

/** Starts a shell that outlives the grader just long enough to kill what it left behind. */
export function startKeeper(): void {
  if (keeper !== null || process.platform === 'win32') return
  const shell = spawn('/bin/sh', ['-c', script], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: '/usr/bin:/bin' },
  })
  shell.stdin.on('error', () => {})
  shell.on('error', () => {
    keeper = null
  })
  keeper = shell
}

/** Lets the keeper go: nothing is left to kill. */
export function stopKeeper(): Promise<void> {
  const going = keeper
  keeper = null
  if (going?.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    going.once('exit', () => resolve())
    going.stdin?.end()
  })
}

export const keep = (pid: number): void => void keeper?.stdin?.write(`+ ${pid}\n`)
export const release = (pid: number): void => void keeper?.stdin?.write(`- ${pid}\n`)
