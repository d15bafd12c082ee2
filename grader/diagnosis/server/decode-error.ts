import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { saying, show } from '../evidence/error.ts'
import { bytesOf, sent } from '../evidence/story.ts'
import { decode, hex } from '../evidence/text.ts'
import { finding, type Finding } from '../finding.ts'

const decoding = /^UnicodeDecodeError|ERR_ENCODING_INVALID_ENCODED_DATA|encoded data was not valid/

/** Of a server that could not decode a chunk, because a letter of the message was not yet there as a whole. */
export function decodedInPieces(broken: Case, error: ProgramError): Finding | null {
  const { expectation, transport } = broken
  if (transport !== 'tcp' || !('by' in expectation)) return null
  if (!decoding.test(`${error.code ?? ''} ${error.type}: ${error.message}`) && !decoding.test(error.type))
    return null
  const all = decode(bytesOf(sent(broken, expectation.by)))
  const letter = /[^\0-\x7f]/u.exec(all ?? '')?.[0]
  if (letter === undefined) return null
  const bytes = `'${letter}' (${hex(Buffer.from(letter))})`
  const text = `A chunk ended inside a letter, as in ${bytes}, and you decoded it (${saying(error)}): recv() cuts bytes, not letters. Decode complete lines only.`
  return finding('decoded-in-pieces', text, 'bytes are decoded when the whole message is there', show(error))
}
