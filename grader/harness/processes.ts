import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** What `/proc` says, on Linux; elsewhere every question has an empty answer. */
export type Process = {
  readonly pid: number
  readonly state: string
  readonly parent: number
  readonly group: number
  readonly session: number
  /** In ticks since the machine started; tells it from a later process with the same pid, too. */
  readonly started: number
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

// The fields after the command name, which may itself hold blanks and brackets.
const statOf = (path: string) =>
  read(`${path}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')

/** One process, or null when it is gone. */
export function processOf(pid: number): Process | null {
  const stat = statOf(`/proc/${pid}`)
  if (stat.length < 20) return null
  const [state = '', parent, group, session] = stat
  const ids = { pid, parent: Number(parent), group: Number(group), session: Number(session) }
  return { ...ids, state, started: Number(stat[19]) }
}

/** Every process but those known already. */
export function allProcesses(known?: ReadonlyMap<number, Process>): Process[] {
  return list('/proc').flatMap((name) => {
    const pid = Number(name)
    return Number.isNaN(pid) || known?.has(pid) ? [] : (processOf(pid) ?? [])
  })
}

/** The children of a process, where the kernel keeps that list (CONFIG_PROC_CHILDREN). */
export function childrenOf(pid: number): number[] {
  const threads = list(`/proc/${pid}/task`)
  const texts = threads.map((thread) => read(`/proc/${pid}/task/${thread}/children`))
  return texts.flatMap((text) => text.split(' ')).flatMap((child) => (child === '' ? [] : Number(child)))
}

/** A dead process keeps its number until its parent has asked for it. */
export const isAlive = ({ state }: Process): boolean => state !== 'Z' && state !== 'X'

const groupMembers = (group: number): number[] =>
  allProcesses()
    .filter((each) => each.group === group && isAlive(each))
    .map(({ pid }) => pid)

/** Whether every thread of a group stands still. */
export const isStopped = (group: number): boolean =>
  groupMembers(group)
    .flatMap((pid) =>
      list(`/proc/${pid}/task`).map((thread) => statOf(`/proc/${pid}/task/${thread}`)[0] ?? ''),
    )
    .every((state) => 'TtZX'.includes(state))

/** The environment a process was started with; empty when it may not be read. */
export const environmentOf = (pid: number): string => read(`/proc/${pid}/environ`)

/** What the descriptors of a process stand for, such as `socket:[4711]`; one entry a descriptor. */
export function openThings(pid: number): string[] {
  return list(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${fd}`)]
    } catch {
      return [] // closed in the meantime
    }
  })
}

/** Socket inodes a process holds open. */
export const socketInodes = (pid: number): Set<string> =>
  new Set(openThings(pid).flatMap((thing) => /^socket:\[(\d+)\]$/.exec(thing)?.[1] ?? []))

/** Processor time used so far in ms, or null where it cannot be told. */
export function processorTimeMs(pid: number): number | null {
  const fields = statOf(`/proc/${pid}`)
  const ticks = Number(fields[11]) + Number(fields[12])
  return Number.isNaN(ticks) ? null : ticks * 10
}
