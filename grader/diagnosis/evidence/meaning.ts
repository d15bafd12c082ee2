import type { Symptom } from '../../model/symptom.ts'
import { count, decode, hex, includes, indexOf, quote, same, startsWith } from './text.ts'

/** What a wrong answer means, when its bytes tell. `sentence` begins small, after "You replied …". */
export type Meaning = { readonly symptom: Symptom; readonly sentence: string }

/** `asked` is what the client had sent. */
export type Answered = { readonly asked: Uint8Array; readonly want: Uint8Array; readonly got: Uint8Array }

type Rule = (answered: Answered, text: string) => Meaning | null

const wrong = (sentence: string): Meaning => ({ symptom: 'wrong-reply', sentence })

const promise: Rule = (_, text) => {
  const [found] = /\[object promise\]|promise ?\{|<coroutine object/i.exec(text) ?? []
  if (found === undefined) return null
  const [what, line] = found.startsWith('<')
    ? ['a coroutine', 'Write `await` before it.']
    : ['a Promise', 'Write: const data = await connection.recv(1024).']
  return {
    symptom: 'replied-with-promise',
    sentence: `the call returned ${what}, not the bytes: its \`await\` is missing. ${line}`,
  }
}

const pythonBytes: Rule = (_, text) =>
  /\bb'.*'|\bb".*"/is.test(text)
    ? wrong('that is how Python displays bytes, not what they hold. Use data.decode(), not str(data).')
    : null

const displayed: Rule = (_, text) => {
  const found =
    /\[object \w+\]|^(undefined|null|none|nan)\b|<socket\.socket|<function|<built-in|function \w*\(/i.exec(
      text.trim(),
    )
  return found === null
    ? null
    : wrong(`\`${found[0]}\` is how a value that is no text is displayed: it is not the message.`)
}

const http: Rule = (_, text) =>
  /^HTTP\/\d/.test(text)
    ? wrong('that is HTTP. This exercise wants a plain socket, without a protocol on top.')
    : null

const numbers: Rule = (_, text) =>
  /^\d{1,3}(,\d{1,3})+$/.test(text.trim())
    ? wrong('that is how JavaScript displays a Uint8Array: make text of it first, or keep the bytes.')
    : null

const unchanged: Rule = ({ asked, want, got }) =>
  same(asked, got) && !same(asked, want)
    ? wrong('those are the very bytes that the client had sent, unchanged.')
    : null

const surplus: Rule = ({ want, got }) => {
  const at = indexOf(got, want)
  if (want.length === 0 || at === -1) return null
  const after = got.subarray(at + want.length)
  const more = count(got.length - want.length, 'byte')
  const kind =
    after.length > 0 && after.every((byte) => byte === 0)
      ? ': zeros, because the whole buffer was sent and not only what recv() put there'
      : same(got, Buffer.concat([want, want]))
        ? ': the reply comes twice'
        : ''
  return {
    symptom: 'extra-bytes',
    sentence: `${more} more than the client expects${kind}. Send only ${quote(want)}.`,
  }
}

const letters = (bytes: Uint8Array) => decode(bytes)?.toLowerCase() ?? ''

const otherCase: Rule = ({ want, got }) =>
  want.length > 0 && letters(want) === letters(got) && letters(want) !== ''
    ? wrong('the right letters, but not the right case.')
    : null

const reversed: Rule = ({ want, got }) =>
  want.length > 1 && same(want.toReversed(), got)
    ? wrong('the right bytes, but from the last to the first.')
    : null

const digits = /-?\d+/

const miscounted: Rule = ({ want, got }) => {
  const [wanted, given] = [decode(want) ?? '', decode(got) ?? '']
  const [a, b] = [digits.exec(wanted)?.[0], digits.exec(given)?.[0]]
  if (
    a === undefined ||
    b === undefined ||
    a === b ||
    wanted.replace(digits, '') !== given.replace(digits, '')
  )
    return null
  const by = Number(b) - Number(a)
  return by !== 0 && Math.abs(by) <= 2
    ? wrong(`the number is ${Math.abs(by)} too ${by < 0 ? 'low' : 'high'}.`)
    : null
}

const quoted: Rule = ({ want, got }, text) =>
  /^\s*["{[]/.test(text) && includes(got, want.subarray(0, Math.max(1, want.length - 1)))
    ? wrong('JSON or quotes stand around it: send the bytes themselves.')
    : null

const latin1: Rule = ({ want, got }) => {
  const text = decode(want)
  if (text === null || text.length === want.length || !same(Buffer.from(text, 'latin1'), got)) return null
  return {
    symptom: 'wrong-encoding',
    sentence: `${hex(got, 8)} is Latin-1; in UTF-8 it would be ${hex(want, 8)}.`,
  }
}

// In this order: what names its cause before what only compares.
const rules = [
  promise,
  pythonBytes,
  numbers,
  http,
  unchanged,
  surplus,
  reversed,
  otherCase,
  miscounted,
  quoted,
  latin1,
  displayed,
]

export function meaningOf(answered: Answered): Meaning | null {
  const text = Buffer.from(answered.got.subarray(0, 4096)).toString('utf8')
  for (const rule of rules) {
    const meaning = rule(answered, text)
    if (meaning !== null) return meaning
  }
  return null
}

/** The bytes in brackets, where they are few and some of them cannot be read. */
export function hexBeside(got: Uint8Array): string {
  const readable = got.every((byte) => byte >= 0x20 && byte < 0x7f)
  return got.length > 8 || readable ? '' : ` (${hex(got)})`
}

/** What is missing at the end of an answer that is a beginning of the wanted one. */
export function rest(want: Uint8Array, got: Uint8Array): Uint8Array | null {
  return got.length < want.length && startsWith(want, got) ? want.subarray(got.length) : null
}
