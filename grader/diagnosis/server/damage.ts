import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { firstDifference } from '../evidence/caret.ts'
import { saying, show } from '../evidence/error.ts'
import { bytesOf, missing, sent } from '../evidence/story.ts'
import { capital, decode, hex } from '../evidence/text.ts'
import { different, finding, type Finding } from '../finding.ts'

const hexByte = (byte: number) => `0x${hex(Uint8Array.of(byte))}`

/** What a byte that is no ASCII letter becomes where bytes pass through text. */
const passages: readonly ((byte: number) => { readonly bytes: Uint8Array; readonly how: string })[] = [
  () => ({ bytes: Buffer.from('\u{fffd}'), how: 'the mark for "this was no text"' }),
  (byte) => ({ bytes: Buffer.from(String.fromCharCode(byte)), how: 'Latin-1 made into UTF-8' }),
  (byte) => ({ bytes: Uint8Array.of(byte & 0x7f), how: 'ASCII, which has only seven bits' }),
  () => ({ bytes: Buffer.from('?'), how: 'what stands for a letter that could not be encoded' }),
]

type Answer = { readonly by: string; readonly want: Uint8Array; readonly got: Uint8Array }

/** What became of the first byte that is no text, where all others are right: `0xFF came back as EF BF BD, the mark …`. */
export function fateOfBytes(want: Uint8Array, got: Uint8Array, verb = 'come back'): string | null {
  const at = firstDifference(want, got)
  const byte = want[at]
  if (byte === undefined || byte < 0x80 || decode(want) !== null) return null
  const came = passages
    .map((through) => through(byte))
    .find(({ bytes }) => hex(got.subarray(at, at + bytes.length)) === hex(bytes))
  const next = want.subarray(at).find((each) => each < 0x80)
  if (came === undefined && got[at] !== next) return null
  const past = verb.replace('come', 'came')
  return `${hexByte(byte)} ${came === undefined ? `did not ${verb}` : `${past} as ${hex(came.bytes)}, ${came.how}`}`
}

/** An answer with the right bytes, but for those that are no text. */
export function damaged({ by, want, got }: Answer): Finding | null {
  const fate = fateOfBytes(want, got)
  if (fate === null) return null
  const text = `${capital(by)} sent bytes that are no text, and ${fate}. Do not turn bytes into text on their way.`
  return different('damaged-bytes', text, want, got)
}

const cannotDecode = /^UnicodeDecodeError|encoded data was not valid/

/** Bytes were to become text that are none. */
export function decodedBytes(broken: Case, error: ProgramError): Finding | null {
  if (broken.transport !== 'tcp' || !cannotDecode.test(show(error).replace(/^TypeError: /, ''))) return null
  const by = missing(broken)
  if (decode(bytesOf(sent(broken, by))) !== null) return null
  const text = `${capital(by)} sent bytes that are no text, and you wanted to turn them into text (${saying(error)}). Send them back as they are.`
  return finding('damaged-bytes', text, 'the very bytes that came', show(error))
}
