import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { lengthIn, longestFrameBytes } from '../../model/frame.ts'
import { saying, show } from '../evidence/error.ts'
import { framesIn } from '../evidence/frames.ts'
import { bytesOf, isClient, sent, whatItDid } from '../evidence/story.ts'
import { finding, type Finding } from '../finding.ts'

export const limit = 'Compare the length with 1 MiB before you read on, and close when it is more.'

/** What a length costs whoever believes it. */
export const takes = (length: number) =>
  `allocate ${length >= 2 ** 31 ? '4 GiB' : `${Math.round(length / longestFrameBytes)} MiB`}`

const noRoom =
  /MemoryError|OverflowError|ENOMEM|Array buffer allocation failed|Invalid (typed )?array (buffer )?length|ERR_OUT_OF_RANGE|ERR_INVALID_ARG_VALUE|ERR_STRING_TOO_LONG|out of memory/

/** An error of a program that took a header at its word. */
export function tookHugeLength(broken: Case, error: ProgramError): Finding | null {
  if (!noRoom.test(`${error.code} ${error.type} ${error.message}`)) return null
  const clients = [...new Set(broken.transcript.map(({ actor }) => actor).filter(isClient))]
  const by = clients.find((client) => {
    const length = lengthIn(bytesOf(sent(broken, client)))
    return length !== null && length > longestFrameBytes && sentFramesOnly(broken, client)
  })
  if (by === undefined) return null
  const length = lengthIn(bytesOf(sent(broken, by))) ?? 0
  const text = `${whatItDid(broken, by)}, ${length} bytes, and your program failed (${saying(error)}): four bytes of a stranger made you ${takes(length)}. ${limit}`
  return finding('unbounded-length', text, 'the end of this connection, and the next client', show(error))
}

const sentFramesOnly = (broken: Case, client: string) => framesIn(bytesOf(sent(broken, client))) !== null
