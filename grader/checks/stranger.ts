import type { Program } from '../harness/program.ts'
import { holdsAny, listenersOn } from '../harness/open-sockets.ts'
import { Unsettled } from './broken.ts'

/** Throws when somebody listens on a port that was to refuse: one that was free need not stay so. */
export function expectNobodyOn(port: number, program: Program): void {
  const listeners = listenersOn('tcp', port)
  if (listeners.length > 0 && !holdsAny(program.pid, listeners))
    throw new Unsettled(`Port ${port} was taken by another program while this check ran.`)
}
