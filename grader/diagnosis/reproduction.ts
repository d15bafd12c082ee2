import type { Case } from '../model/diagnosis.ts'
import type { Symptom } from '../model/symptom.ts'
import { bytesOf, sent } from './story.ts'

const port = 12000
const afterFirst: readonly Symptom[] = [
  'served-only-once',
  'listener-closed',
  'exited-after-first-client',
  'stale-reply',
  'lost-waiting-client',
]

/** A line for a second terminal, while the program runs on port 12000 in the first. */
export function reproduction(broken: Case, symptom: Symptom): string {
  if (symptom === 'does-not-parse' || symptom === 'wrong-port') return ''
  const { role, transport, expectation } = broken
  const udp = transport === 'udp'
  if (role === 'client') return `nc ${udp ? '-u ' : ''}-l 127.0.0.1 ${port}`
  const text = 'by' in expectation ? printable(bytesOf(sent(broken, expectation.by).slice(0, 1))) : 'hello'
  if (udp) return `printf %s '${text}' | nc -u -w 1 127.0.0.1 ${port}`
  const one = text === '' ? `nc -w 3 127.0.0.1 ${port} < /dev/null` : `printf %s '${text}' | nc -w 3 127.0.0.1 ${port}`
  return afterFirst.includes(symptom) ? `for client in 1 2; do ${one}; done` : one
}

// Only letters that mean nothing to a shell; the exact payload is in the transcript.
function printable(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 40)).toString('latin1').replace(/[^A-Za-z0-9 .-]/g, '')
}
