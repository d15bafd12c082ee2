import type { Symptom } from '../../model/symptom.ts'
import { firstDifference } from '../evidence/caret.ts'
import { count, hex, quote, same, startsWith } from '../evidence/text.ts'

type Told = { readonly symptom: Symptom; readonly message: string }

const replacement = Uint8Array.of(0xef, 0xbf, 0xbd)

/** The right bytes, and others before or after them. */
export function surplus(want: Uint8Array, got: Uint8Array): Told | null {
  const extra = got.length - want.length
  if (extra <= 0) return null
  if (startsWith(got, want)) return { symptom: 'extra-output', message: after(got.subarray(want.length)) }
  if (!same(got.subarray(extra), want)) return null
  const message = `Before the response you printed ${count(extra, 'byte')} of your own, ${quote(got.subarray(0, extra), 40)}: standard output is for the response alone.`
  return { symptom: 'extra-output', message }
}

function after(rest: Uint8Array): string {
  const which = /^\r?\n$/.test(Buffer.from(rest).toString('latin1'))
    ? `a line end (${hex(rest)}), which print() and console.log() add`
    : `${count(rest.length, 'byte')} of your own, ${quote(rest, 40)}`
  return `The response is complete, and after it you printed ${which}: standard output is the response, byte for byte.`
}

/** Some bytes came out as others. */
export function changed(want: Uint8Array, got: Uint8Array): Told {
  const at = firstDifference(want, got)
  const byte = want[at] ?? 0
  const here = `Byte ${at} of the response, ${hex(want.subarray(at, at + 1))},`
  if (byte >= 0x80)
    return { symptom: 'decoded-output', message: `${here} ${decoded(byte, got.subarray(at))}` }
  const tell = (message: string): Told => ({ symptom: 'changed-output', message })
  if (byte === 13 && got[at] === 10)
    return tell(
      'Every CR LF (0D 0A) of the response came out as a bare LF (0A): something reads or writes text, with line ends of its own.',
    )
  if (at >= got.length)
    return tell(
      `The last ${count(want.length - at, 'byte')} of the response did not come out: ${hex(want.subarray(at), 8)}.`,
    )
  if (got[at] === 10 || got[at] === 13)
    return tell(
      `A line end (${hex(got.subarray(at, at + 1))}) that the server never sent stands before byte ${at} of the response: print() and console.log() add one to each piece.`,
    )
  return tell(
    `${here} came out as ${hex(got.subarray(at, at + 1))}: standard output is the response, byte for byte.`,
  )
}

function decoded(byte: number, got: Uint8Array): string {
  const asLatin1 = Buffer.from(String.fromCharCode(byte))
  if (startsWith(got, replacement))
    return 'came out as EF BF BD, the sign for bytes that are no UTF-8: write bytes, do not decode.'
  if (startsWith(got, asLatin1))
    return `came out as ${hex(asLatin1)}, decoded as Latin-1 and encoded as UTF-8: write bytes, do not decode.`
  return `came out as ${hex(got.subarray(0, 2)) || 'nothing'}: the response is no text. Write bytes, do not decode.`
}
