import { types } from 'node:util'
import type { Call } from './call.ts'

/** Names a value for a message: its kind, and its text when that is short. */
export function named(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (typeof value === 'string') return value.length > 40 ? 'a long string' : `the string '${value}'`
  if (typeof value === 'function') return 'a function'
  if (types.isPromise(value)) return 'a Promise: did you forget await?'
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value === 'object') return `an object (${value.constructor?.name ?? 'Object'})`
  return `the ${typeof value} ${String(value as number | bigint | boolean | symbol)}`
}

/** Takes a copy of the bytes to send, so that the program may reuse its buffer at once, as after send(2). */
export function copyBytes(call: Call, bytes: unknown): Buffer {
  if (typeof bytes === 'string') {
    throw call.typeError('a socket carries bytes, not text; encode it: Buffer.from(text)')
  }
  if (!types.isUint8Array(bytes)) throw call.typeError(`expected bytes (a Buffer), got ${named(bytes)}`)
  call.note({ bytes: bytes.length })
  return Buffer.from(bytes)
}

/** The largest number of bytes a receiving call may return. */
export function checkMax(call: Call, max: unknown): number {
  if (typeof max !== 'number') {
    throw call.typeError(
      `expected the largest number of bytes to return, as in ${call.name}(1024), got ${named(max)}`,
    )
  }
  if (!Number.isInteger(max) || max < 0) {
    throw call.rangeError(`the number of bytes must be a whole number from 0 on, got ${max}`)
  }
  return max
}

/** A timeout in milliseconds; null waits for ever. */
export function checkTimeout(call: Call, ms: unknown): number | null {
  if (ms === null) return null
  if (typeof ms !== 'number') throw call.typeError(`expected milliseconds or null, got ${named(ms)}`)
  if (!(ms > 0) || ms > 2 ** 31 - 1) {
    throw call.rangeError(`expected milliseconds above 0, or null to wait for ever, got ${ms}`)
  }
  return ms
}
