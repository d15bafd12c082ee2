import type { Case } from '../../model/diagnosis.ts'
import type { Symptom } from '../../model/symptom.ts'

const port = 12000
const nc = `nc -w 2 127.0.0.1 ${port}`

/** A few clients who print what they hear within a second; nothing is `[]`. */
const scene = (...steps: readonly string[]) =>
  `python3 -c "from socket import *; from select import select; enter = lambda: create_connection(('127.0.0.1', ${port})); ` +
  `say = lambda who, text: who.sendall(text.encode() + b'\\n'); hear = lambda who: select([who], [], [], 1)[0] and who.recv(9999); ${steps.join('; ')}"`

const alice = ['a = enter()', "say(a, 'alice')", 'print(hear(a))']
const both = [...alice, 'b = enter()', "say(b, 'bob')", 'print(hear(b), hear(a))']
const reset = "b.setsockopt(SOL_SOCKET, SO_LINGER, b'\\1\\0\\0\\0' + bytes(4))"

const bySymptom: { readonly [symptom in Symptom]?: string } = {
  'chunk-for-message': scene(
    ...alice,
    'b = enter()',
    "b.sendall(b'bob\\nhel')",
    'print(hear(a))',
    "say(b, 'lo')",
    'print(hear(a))',
  ),
  'lost-rest': scene(...alice, 'b = enter()', "b.sendall(b'bob\\none\\ntwo\\n')", 'print(hear(a), hear(a))'),
  'mixed-clients': scene(
    ...both,
    "a.sendall(b'hel')",
    "say(b, 'hi')",
    "say(a, 'lo')",
    'print(hear(b), hear(a))',
  ),
  'cut-off-bystander': scene(...both, reset, 'b.close()', "say(a, 'hi')", 'print(hear(a))'),
  'one-at-a-time': scene('silent = enter()', ...both),
  'heard-itself': scene(...both, "say(a, 'hi')", 'print(hear(a))'),
}

/** A line to see by hand what clients of a chat room hear; null for another server's. */
export function roomByHand({ expectation, transcript }: Case, symptom: Symptom): string | null {
  const { kind } = expectation
  if (kind !== 'hear' && kind !== 'overheard' && kind !== 'stalled') return null
  if (Object.hasOwn(bySymptom, symptom)) return bySymptom[symptom] ?? ''
  if (kind === 'stalled')
    return scene(
      'd, a, b = enter(), enter(), enter()',
      "say(d, 'dave')",
      "say(a, 'alice')",
      "say(b, 'bob')",
      "print(all(say(a, 'x' * 2000) or hear(b) for i in range(5000)))",
    )
  if (kind === 'overheard') {
    if (expectation.because === 'unnamed')
      return scene('a = enter()', 'b = enter()', "say(b, 'bob')", 'print(hear(a))')
    if (expectation.because === 'nobody') return scene(...alice, 'b = enter()', 'b.close()', 'print(hear(a))')
    return scene(...both, "say(a, 'hi')", 'print(hear(b))')
  }
  const { about, of } = expectation.want
  if (about === 'refusal') return `printf 'two words\\n' | ${nc}; printf 'x234567890123456y\\n' | ${nc}`
  if (about === 'present')
    return expectation.want.names.length === 0 ? `printf 'alice\\n' | ${nc}` : scene(...both)
  if (about === 'joined') return scene(...both)
  if (about === 'said') return scene(...both, "say(a, 'hi')", 'print(hear(b))')
  const rude = transcript.some(({ actor, event }) => actor === of && event === 'abort')
  return scene(...both, ...(rude ? [reset] : []), 'b.close()', 'print(hear(a))')
}
