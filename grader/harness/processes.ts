import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { marker } from './keeper.ts'

/** What `/proc` says, on Linux; elsewhere every question has an empty answer. */
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

const allPids = () => list('/proc').filter((name) => /^\d+$/.test(name)).map(Number)

// The fields after the command name, which may itself hold blanks and brackets.
const statOf = (pid: number) => read(`/proc/${pid}/stat`).replace(/^.*\) /s, '').split(' ')

/** Processes that carry this program's own marker, wherever they moved. */
const marked = (id: string): number[] =>
  allPids().filter((pid) => pid !== process.pid && read(`/proc/${pid}/environ`).includes(`${marker}:${id}\0`))

const mostSweeps = 20

/** SIGKILL to what is left of a group and to its escapees, until a look finds nobody (they may be forking). */
export function killEverywhere(group: number, id: string): void {
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    const left = marked(id).filter((pid) => pid !== group)
    if (left.length === 0) return
    for (const pid of left) killQuietly(pid)
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // gone already
  }
}

export const groupMembers = (group: number): number[] => allPids().filter((pid) => Number(statOf(pid)[2]) === group)

/** Socket inodes a process holds open. */
export function socketInodes(pid: number): Set<string> {
  const inodes = new Set<string>()
  for (const fd of list(`/proc/${pid}/fd`)) {
    try {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1]
      if (inode !== undefined) inodes.add(inode)
    } catch {
      // closed in the meantime
    }
  }
  return inodes
}

/** Processor time used so far in ms, or null where it cannot be told. */
export function processorTimeMs(pid: number): number | null {
  const fields = statOf(pid)
  const ticks = Number(fields[11]) + Number(fields[12])
  return Number.isNaN(ticks) ? null : ticks * 10
}
