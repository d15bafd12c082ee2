import { setTimeout as sleep } from 'node:timers/promises'
import { marker } from './keeper.ts'
import { allProcesses, childrenOf, environmentOf, isAlive, processOf, type Process } from './processes.ts'

const mostMs = 3000
const lookAgainMs = 2
const mostLooks = 50
const mostAncestors = 100
const mostKnown = 2000

/**
 * A program and everything that came of it, found by group, session, descent or the marker in its environment.
 * Who leaves all four behind is found only inside a namespace.
 */
export class Family {
  readonly #leader: number
  readonly #mark: string
  /** Nobody older than the program descends from it. */
  readonly #since: number
  readonly #known = new Set<string>()

  constructor(leader: number, id: string) {
    this.#leader = leader
    this.#mark = `${marker}:${id}\0`
    this.#since = processOf(leader)?.started ?? 0
  }

  /** Remembers who descends from the program now: when a parent is dead, nobody can tell. */
  remember(pids: readonly number[] = childrenOf(this.#leader)): void {
    for (const pid of pids) {
      const each = processOf(pid)
      if (each === null || this.#known.has(nameOf(each)) || this.#known.size > mostKnown) continue
      this.#known.add(nameOf(each))
      this.remember(childrenOf(pid))
    }
  }

  /** SIGKILL until nobody is left, for they may be forking. False when some did not die in time. */
  async end(): Promise<boolean> {
    const giveUpAtMs = performance.now() + mostMs
    for (;;) {
      signal(-this.#leader, 'SIGKILL')
      const left = this.#living()
      if (left.length === 0) return true
      for (const { pid } of left) signal(pid, 'SIGKILL')
      if (performance.now() > giveUpAtMs) return false
      await sleep(lookAgainMs)
    }
  }

  #living(): Process[] {
    const byPid = new Map<number, Process>()
    const ours = new Set<number>()
    // Whoever forks and dies while we look is gone from its place and stands at another one: until nobody is new.
    for (let look = 0; look < mostLooks; look++) {
      const fresh = allProcesses(byPid)
      if (fresh.length === 0) break
      for (const each of fresh) {
        byPid.set(each.pid, each)
        if (this.#shows(each) || this.#isMarked(each)) ours.add(each.pid)
      }
    }
    const descends = ({ pid, parent }: Process, depth = 0): boolean => {
      const above = byPid.get(parent)
      return ours.has(pid) || (above !== undefined && depth < mostAncestors && descends(above, depth + 1))
    }
    const found = [...byPid.values()].filter(
      (each) => isAlive(each) && each.pid !== process.pid && descends(each),
    )
    for (const each of found) this.#known.add(nameOf(each))
    return found
  }

  #shows(each: Process): boolean {
    const { pid, group, session } = each
    return [pid, group, session].includes(this.#leader) || this.#known.has(nameOf(each))
  }

  #isMarked({ pid, started }: Process): boolean {
    return started >= this.#since && environmentOf(pid).includes(this.#mark)
  }
}

/** The number alone may belong to somebody else by now. */
const nameOf = ({ pid, started }: Process): string => `${pid} ${started}`

/** The living processes of a program that still lives itself. */
export function relatives(leader: number): number[] {
  const mark = environmentOf(leader)
    .split('\0')
    .find((each) => each.startsWith(marker))
  const carries = (pid: number) => mark !== undefined && environmentOf(pid).includes(`${mark}\0`)
  return allProcesses()
    .filter((each) => isAlive(each) && (each.group === leader || carries(each.pid)))
    .map(({ pid }) => pid)
}

/** False when there is nobody to hear it. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}
