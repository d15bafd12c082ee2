import { lookWhy } from './aftermath.ts'
import { Broken } from './broken.ts'
import type { TcpPeer } from './peers.ts'
import { aftermathMs, besideMs } from './times.ts'

/** Fails unless these bytes arrive soon; then the silent client leaves, to see whether it was in the way. */
export async function answeredBeside(peer: TcpPeer, idle: TcpPeer, want: Buffer): Promise<void> {
  const { stream, program } = peer
  const { recorder } = program
  const by = stream.name
  const answered = () => (stream.unread().includes(want) || stream.over ? true : undefined)
  if (await recorder.until(besideMs, answered)) return
  if (stream.unread().length === 0 && program.exit === null) {
    recorder.record('grader', 'deadline')
    await idle.finish()
    const late = () => (stream.unread().length > 0 ? true : undefined)
    if (await recorder.until(aftermathMs, late))
      throw new Broken({ kind: 'beside', by, idle: idle.stream.name, want })
  }
  throw new Broken({ kind: 'stream', by, want, ...(await lookWhy(stream, program)) })
}
