import { types } from 'node:util'
import { SocketError } from '#socket'

/** What the function is given: one method, and nothing behind it that can be reached. */
export type Socket = { send(bytes: Uint8Array): Promise<number> }

type Method = Socket['send']

/** The bytes of an argument of send(), or #socket's own complaint about it, told at the student's line. */
export function bytesOf(bytes: unknown, callee: Method): Buffer {
  if (types.isUint8Array(bytes)) return Buffer.from(bytes)
  const [what, type] = [bytes === null ? 'null' : typeof bytes, types.isPromise(bytes)]
  const got = type ? 'a Promise: did you forget await?' : what
  const complaint =
    typeof bytes === 'string'
      ? 'a socket carries bytes, not text; encode it: Buffer.from(text)'
      : `expected bytes (a Buffer), got ${got}`
  throw from(callee, new TypeError(`send: ${complaint}`))
}

/** Made when the call is made, so that its stack is that of the call. */
export const brokenPipe = (callee: Method): Error =>
  from(callee, new SocketError('send', 'EPIPE', 'the peer has closed the connection and takes no more bytes'))

function from<E extends Error>(callee: Method, error: E): E {
  Error.captureStackTrace(error, callee)
  return error
}

/** Whether an error is that of send(), or was made with it as its cause. */
export function isBrokenPipe(error: unknown): boolean {
  for (let depth = 0, each = error; depth < 20 && each instanceof Error; depth++) {
    if ((each as { code?: unknown }).code === 'EPIPE') return true
    each = each.cause
  }
  return false
}
