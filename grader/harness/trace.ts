import type { TraceLine } from '../model/transcript.ts'

const mostLines = 2000

/** Reads the program's own trace. It was written by the program's process, so nothing in it is believed unseen. */
export function parseTrace(text: string): TraceLine[] {
  return text
    .split('\n', mostLines)
    .map(parseLine)
    .filter((line) => line !== null)
}

function parseLine(text: string): TraceLine | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { t, call, socket, address, bytes, result, error, waits } = value as Record<string, unknown>
  if (typeof t !== 'number' || !Number.isFinite(t) || typeof call !== 'string') return null
  return {
    t,
    call: call.slice(0, 40),
    socket: asNumber(socket),
    address: asAddress(address),
    bytes: asNumber(bytes),
    result: asText(result),
    error: asText(error),
    waits: waits === true,
  }
}

const asNumber = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)
const asText = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : undefined)

function asAddress(value: unknown): readonly [string, number] | undefined {
  if (!Array.isArray(value)) return undefined
  const [host, port] = value as unknown[]
  return typeof host === 'string' && typeof port === 'number' ? [host.slice(0, 80), port] : undefined
}
