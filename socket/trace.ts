import { fstatSync, writeSync } from 'node:fs'
import type { Address } from './address.ts'

/** One line of the call trace. */
export type TraceLine = {
  socket: number
  call: string
  address?: Address
  bytes?: number
  accepted?: number
  waits?: true
  result?: string
  error?: string
}

/**
 * Writes the call trace to the inherited descriptor that DOORWAY_TRACE_FD names; undefined when there is none.
 * The descriptor is compared before every write: a program may close it and get its number back for a file of its own.
 */
export function openTrace(name: string | undefined): ((line: TraceLine) => void) | undefined {
  if (name === undefined || !/^\d+$/.test(name)) return undefined
  const fd = Number(name)
  const identity = () => {
    const { dev, ino } = fstatSync(fd, { bigint: true })
    return `${dev}:${ino}`
  }
  try {
    const inherited = identity()
    return (line) => {
      try {
        if (identity() !== inherited) return
        writeSync(fd, `${JSON.stringify({ t: performance.timeOrigin + performance.now(), ...line })}\n`)
      } catch {
        // The trace explains; it must never change what the program does.
      }
    }
  } catch {
    return undefined
  }
}

export const trace = openTrace(process.env['DOORWAY_TRACE_FD'])
