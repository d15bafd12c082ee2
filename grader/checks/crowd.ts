import type { TcpPeer } from './peers.ts'
import type { ServerUnderTest } from './server.ts'

/** How long a connection may take to be queued before the next one is sent after it. */
const queueMs = 100

/**
 * Connects clients one right after the other, whatever the program does meanwhile. An accept queue too short for all
 * of them takes the rest later, when their SYN is sent again: then one at a time, as they were sent.
 */
export async function queueUp(
  server: ServerUnderTest,
  names: readonly string[],
): Promise<Promise<TcpPeer>[]> {
  const { recorder } = server.program
  const pending: Promise<TcpPeer>[] = []
  for (const name of names) {
    let settled = false
    const connecting = server.connect(name).finally(() => {
      settled = true
      recorder.wake()
    })
    connecting.catch(() => {}) // awaited by the caller, with the others
    pending.push(connecting)
    await recorder.window(queueMs, () => (settled ? true : undefined))
  }
  return pending
}

/** Waits for all, also when one fails, so that nobody talks on while the failure is looked into. */
export async function allOf(talks: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(talks)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}
