import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'

/** Every program carries this in its environment, so that one that left its process group can still be found. */
export const marker = `DOORWAY_PROGRAM=${randomUUID()}`

// Reads "+ PID", "- PID" and a last ".". When its input ends without one, the grader is gone, however it went, and so
// must the programs: also one that was started and not yet told. Escapees may be forking, so several looks must find none.
const script = `
trap '' INT TERM HUP
alive=
while read -r sign pid; do
  case "$sign" in
    +) alive="$alive $pid" ;;
    -) rest=; for each in $alive; do [ "$each" = "$pid" ] || rest="$rest $each"; done; alive=$rest ;;
    .) [ -n "$alive" ] || exit 0; break ;;
  esac
done
none=0
look=0
while [ "$look" -lt 50 ]; do
  look=$((look + 1))
  for pid in $alive; do kill -KILL -- "-$pid" 2>/dev/null; done
  found=no
  for file in $(grep -las '${marker}' /proc/[0-9]*/environ 2>/dev/null); do
    found=yes pid=\${file#/proc/}
    kill -KILL "\${pid%/environ}" 2>/dev/null
  done
  [ "$found" = yes ] && none=0 || none=$((none + 1))
  [ "$none" -lt 5 ] || exit 0
done
`

type Keeper = { readonly shell: ChildProcess; readonly gone: Promise<void> }

let keeper: Keeper | null = null
const alive = new Set<number>()

/** Starts a shell that outlives the grader just long enough to kill what it left behind. */
export function startKeeper(): void {
  if (keeper !== null || process.platform === 'win32') return
  const shell = spawn('/bin/sh', ['-c', script], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: '/usr/bin:/bin' },
  })
  shell.stdin.on('error', () => {})
  const gone = new Promise<void>((resolve) => {
    const settle = () => {
      if (keeper?.shell === shell) keeper = null
      resolve()
    }
    shell.once('exit', settle)
    shell.once('error', settle)
  })
  // Nobody waits for it: a grader that ends in a hurry ends.
  shell.unref()
  const input = shell.stdin as Socket
  input.unref()
  keeper = { shell, gone }
  for (const pid of alive) tell(`+ ${pid}`)
}

/** Lets the keeper go. What is still alive then is killed. */
export async function stopKeeper(): Promise<void> {
  const going = keeper
  keeper = null
  if (going === null) return
  going.shell.ref()
  going.shell.stdin?.end('.\n')
  await going.gone
}

const tell = (line: string): void => void keeper?.shell.stdin?.write(`${line}\n`)

export function keep(pid: number): void {
  alive.add(pid)
  tell(`+ ${pid}`)
}

export function release(pid: number): void {
  alive.delete(pid)
  tell(`- ${pid}`)
}
