import { connect, type Socket } from 'node:net'
import { EnvironmentError } from './environment-error.ts'
import type { Program } from './program.ts'
import { Stream } from './stream.ts'

export type ConnectOutcome = Stream | 'refused' | 'silence' | 'exit'

const retryMs = 5

/**
 * Connects to a program. While `patient`, a refusal is retried until `deadlineMs`: a refused SYN never reaches the
 * program, so the first success is its first client and no phantom was seen. Afterwards a refusal is an answer.
 * Throws EnvironmentError when it is this machine that cannot connect.
 */
export async function connectTo(
  program: Program,
  name: string,
  address: { readonly host: string; readonly port: number },
  deadlineMs: number,
  patient: boolean,
): Promise<ConnectOutcome> {
  const { recorder } = program
  let outcome: ConnectOutcome | EnvironmentError | undefined
  let pending: Socket | undefined
  let retry: NodeJS.Timeout | undefined
  const settle = (result: ConnectOutcome | EnvironmentError) => {
    outcome ??= result
    recorder.wake()
  }

  const reached = (socket: Socket): Stream => {
    pending = undefined
    const stream = new Stream(recorder, name, socket)
    const { localPort } = socket
    recorder.record(name, 'connect', localPort === undefined ? {} : { peer: `127.0.0.1:${localPort}` })
    settle(stream)
    return stream
  }

  const attempt = () => {
    const seenExit = program.exit !== null
    const socket = connect({ ...address, allowHalfOpen: true })
    pending = socket
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (socket !== pending) return // connected, or given up
      // The program accepted and was gone again before we heard of either.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return reached(socket).fail(error)
      if (error.code !== 'ECONNREFUSED') return settle(cannotConnect(address.port, error))
      if (!patient) recorder.record(name, 'refused')
      if (!patient) settle('refused')
      else if (seenExit) settle('exit')
      else retry = setTimeout(attempt, retryMs)
    })
    socket.once('connect', () => {
      // TCP lets a socket connect to itself, when it happens to be given the very port it knocks at.
      if (socket.localPort === address.port) {
        socket.resetAndDestroy()
        retry = setTimeout(attempt, retryMs)
        return
      }
      reached(socket)
    })
  }

  attempt()
  try {
    const result = await recorder.until(deadlineMs, () => outcome)
    if (result instanceof EnvironmentError) throw result
    return result ?? 'silence'
  } finally {
    clearTimeout(retry)
    const unfinished = pending
    pending = undefined
    unfinished?.destroy()
  }
}

const cannotConnect = (port: number, error: NodeJS.ErrnoException) =>
  new EnvironmentError(`This machine cannot connect to its own port ${port}: ${error.code ?? error.message}.`)
