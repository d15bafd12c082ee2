import { connect, type Socket } from 'node:net'
import type { Program } from './program.ts'
import { Stream } from './stream.ts'

export type ConnectOutcome = Stream | 'refused' | 'silence' | 'exit'

const retryMs = 5

/**
 * Connects to a program. While `patient`, a refusal is retried until `deadlineMs`: a refused SYN never reaches the
 * program, so the first success is its first client and no phantom was seen. Afterwards a refusal is an answer.
 */
export async function connectTo(
  program: Program,
  name: string,
  address: { readonly host: string; readonly port: number },
  deadlineMs: number,
  patient: boolean,
): Promise<ConnectOutcome> {
  const { recorder } = program
  const outcome: { now?: ConnectOutcome } = {}
  let pending: Socket | null = null
  let over = false
  const settle = (result: ConnectOutcome) => {
    outcome.now ??= result
    recorder.wake()
  }
  const attempt = () => {
    const seenExit = program.exit !== null
    const socket = connect({ ...address, allowHalfOpen: true })
    pending = socket
    const failed = (error: NodeJS.ErrnoException) => {
      if (over) return
      if (error.code !== 'ECONNREFUSED') recorder.record(name, 'error', { error: error.code ?? error.message })
      else if (!patient) recorder.record(name, 'refused')
      if (!patient) settle('refused')
      else if (seenExit) settle('exit')
      else setTimeout(attempt, retryMs)
    }
    socket.once('error', failed)
    socket.once('connect', () => {
      socket.removeListener('error', failed)
      const stream = new Stream(recorder, name, socket)
      if (over) return stream.discard()
      recorder.record(name, 'connect', { peer: `127.0.0.1:${socket.localPort}` })
      settle(stream)
    })
  }
  attempt()
  const result = await recorder.until(deadlineMs, () => outcome.now)
  over = true
  if (result !== undefined) return result
  const last = pending as Socket | null
  last?.on('error', () => {})
  last?.destroy()
  return 'silence'
}
