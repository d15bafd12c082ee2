/** The next thing to try, for the symptoms of a module. */
export const moduleAdvice = {
  'missing-export': 'Define it as {define}.',
  'never-loaded': 'Take out of the module whatever waits or repeats for ever, and leave the function.',
  'stopped-short': 'Put send() into a loop, which ends when nothing is left: {sendRest}, then {cutOff}.',
  'assumed-length': 'Go on after as many bytes as send() returned: {sendRest}, then {cutOff}.',
  'repeated-bytes': 'After each call, cut off what was taken, and give send() only the rest: {cutOff}.',
  'not-awaited': '{sendRest}; then {cutOff}.',
  'swallowed-error': 'Do not catch the error, or {rethrow} it once you have done what you wanted.',
  'endless-send': 'Let the loop end when nothing is left, before it calls send(): {whileRest}.',
  'did-not-return': 'Let the loop end when nothing is left: {whileRest}.',
} as const

type Words = {
  readonly define: string
  readonly sendRest: string
  readonly cutOff: string
  readonly rethrow: string
  readonly whileRest: string
}

const plainly: Words = {
  define: 'a function that others can import',
  sendRest: 'keep what send() returns',
  cutOff: 'drop as many bytes from the front of the rest',
  rethrow: 'raise',
  whileRest: 'while something is left',
}

const known: { readonly [track: string]: Words | undefined } = {
  python: {
    define: '`def send_all(sock, data):`, at the left margin of the file',
    sendRest: '`taken = sock.send(rest)`',
    cutOff: '`rest = rest[taken:]`',
    rethrow: '`raise`',
    whileRest: '`while rest:`',
  },
  typescript: {
    define: '`export async function sendAll(sock, data) { … }`',
    sendRest: '`const taken = await sock.send(rest)`',
    cutOff: '`rest = rest.subarray(taken)`',
    rethrow: '`throw`',
    whileRest: '`while (rest.length > 0)`',
  },
}

export const moduleWords = (track: string): Words =>
  (Object.hasOwn(known, track) ? known[track] : undefined) ?? plainly
