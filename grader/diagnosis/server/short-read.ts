import type { Case } from '../../model/diagnosis.ts'
import type { ProgramError } from '../../model/program.ts'
import { headerBytes, lengthIn } from '../../model/frame.ts'
import { missing, sent } from '../evidence/story.ts'
import { count } from '../evidence/text.ts'
import { saying, show } from '../evidence/error.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'

type Told = readonly [Finding['symptom'], string]

const tooFew =
  /unpack(_from)? requires|outside (of )?(buffer|the) bounds|ERR_(BUFFER_OUT_OF_BOUNDS|OUT_OF_RANGE)|out of range/

/** The pieces in which a client's header came, when it came in several. */
function headerPieces(broken: Case, client: string): number {
  let [pieces, came] = [0, 0]
  for (const { bytes } of sent(broken, client)) {
    if (came >= headerBytes) break
    pieces++
    came += bytes?.length ?? 0
  }
  return came < headerBytes ? 1 : pieces
}

const aMaximum = (n: number) => `${n} is a maximum, not a promise: loop until you have ${n}.`

/** A part was taken for the whole, be it a piece of a header or of a payload. */
export function shortRead(broken: CaseOf<'frame'>): Told | null {
  const { by, got } = broken.expectation
  const sends = sent(broken, by).map(({ bytes }) => bytes ?? new Uint8Array())
  const pieces = headerPieces(broken, by)
  const first = sends[0] ?? new Uint8Array()
  const length = lengthIn(got)
  if (pieces > 1)
    return [
      'short-read',
      `The header came in ${pieces} pieces, so recv(4) returned ${count(first.length, 'byte')}, and you took it for all four. ${aMaximum(headerBytes)}`,
    ]
  const asked = lengthIn(first)
  if (asked === null || length === null || first.length - headerBytes >= asked) return null
  const told = length < asked ? length : got.length - headerBytes
  if (told <= 0 || !endsOfPieces(sends, told)) return null
  return [
    'short-read',
    `The header says ${asked}, one recv() gave only ${told} of them, and you took that for all. ${aMaximum(asked)}`,
  ]
}

/** Whether a payload of this size ends where a piece had ended, or within the first one. */
function endsOfPieces(sends: readonly Uint8Array[], size: number): boolean {
  let came = -headerBytes
  const ends = sends.slice(0, -1).map(({ length }) => (came += length))
  return ends.includes(size) || size < (ends[0] ?? 0)
}

/** The same, where the connection was closed before the header was complete. */
export function hungUpOnHeader(broken: CaseOf<'frame'>): Told | null {
  const { by } = broken.expectation
  const pieces = headerPieces(broken, by)
  const end = broken.transcript.findIndex(
    ({ actor, event }) => actor === by && (event === 'end' || event === 'reset'),
  )
  const came = broken.transcript
    .slice(0, end === -1 ? 0 : end)
    .reduce(
      (sum, { actor, event, bytes }) => sum + (actor === by && event === 'send' ? (bytes?.length ?? 0) : 0),
      0,
    )
  if (pieces < 2 || came === 0 || came >= headerBytes) return null
  return [
    'short-read',
    `The header came in ${pieces} pieces, and after ${count(came, 'byte')} of it you closed the connection: recv(4) had returned fewer than 4 bytes. ${aMaximum(headerBytes)}`,
  ]
}

/** The same, where a header of too few bytes could not be read. */
export function shortHeader(broken: Case, error: ProgramError): Finding | null {
  const pieces = headerPieces(broken, missing(broken))
  if (broken.transport !== 'tcp' || pieces < 2 || !tooFew.test(`${error.code} ${error.message}`)) return null
  const text = `The header came in ${pieces} pieces, so recv(4) returned fewer than 4 bytes, and reading them failed (${saying(error)}). ${aMaximum(headerBytes)}`
  return finding('short-read', text, 'a loop around recv()', show(error))
}
