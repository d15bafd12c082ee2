import type { Case } from '../../model/diagnosis.ts'
import type { Symptom } from '../../model/symptom.ts'

const port = 12000
const peer = `('127.0.0.1', ${port})`
const python = (...steps: string[]) => `python3 -c "from socket import *; ${steps.join('; ')}"`
const enter = (name: string) => `${name} = create_connection(${peer}); ${name}.settimeout(2)`

/** A line to see by hand what only shows with clients that are connected together, or with much data. */
export function togetherByHand({ expectation, transcript }: Case, symptom: Symptom): string | null {
  if (expectation.kind === 'beside')
    return python(enter('a'), enter('b'), "b.sendall(b'hello')", 'print(b.recv(99))')
  if (expectation.kind === 'together' && expectation.of !== null)
    return python(
      enter('a'),
      enter('b'),
      "a.sendall(b'from a')",
      'print(a.recv(99))',
      "b.sendall(b'from b')",
      'print(b.recv(99))',
    )
  if (expectation.kind === 'bulk')
    return `head -c ${expectation.total} /dev/zero | nc -w 3 127.0.0.1 ${port} | wc -c`
  if (symptom === 'damaged-bytes') return `printf '\\200\\377' | nc -w 2 127.0.0.1 ${port} | od -An -tx1`
  const clients = new Set(transcript.filter(({ event }) => event === 'connect').map(({ actor }) => actor))
  if (symptom !== 'died-on-reset' || clients.size < 2) return null
  return python(
    enter('a'),
    enter('b'),
    "a.setsockopt(SOL_SOCKET, SO_LINGER, b'\\1\\0\\0\\0' + bytes(4))",
    'a.close()',
    "b.sendall(b'hello')",
    'print(b.recv(99))',
  )
}
