import { framesIn, frameText } from '../evidence/frames.ts'
import { headerBytes, lengthBackwards } from '../../model/frame.ts'
import { afterwards, bytesOf, received, sent, whatItDid } from '../evidence/story.ts'
import { capital, hex } from '../evidence/text.ts'
import type { CaseOf, Finding } from '../finding.ts'

type Told = readonly [Finding['symptom'], string]

/** A piece of a header came behind a frame, in one write, and the rest of it in the next one. */
function lostHeader(broken: CaseOf<'frame'>): Told | null {
  const { by } = broken.expectation
  let came = new Uint8Array()
  for (const { bytes } of sent(broken, by)) {
    came = Buffer.concat([came, bytes ?? new Uint8Array()])
    const piece = framesIn(came)?.at(-1)?.header.length ?? 0
    const behind = piece < headerBytes && (bytes?.length ?? 0) > piece
    if (piece === 0 || !behind || came.length === bytesOf(sent(broken, by)).length) continue
    const text = `A frame and the first ${piece === 1 ? 'byte' : `${piece} bytes`} of the next header came together. The frame was answered, and the next one was not: fewer than four bytes are no header yet, but they belong to one. Keep the REST of what came.`
    return ['lost-rest', text]
  }
  return null
}

/** Some frames of a connection were answered, and then no more. */
export function stoppedMidway(broken: CaseOf<'frame'>): Told | null {
  return lostHeader(broken) ?? stopped(broken)
}

function stopped(broken: CaseOf<'frame'>): Told | null {
  const { by, why } = broken.expectation
  const answered = framesIn(received(broken, by))?.length ?? 0
  const asked = framesIn(bytesOf(sent(broken, by)))?.length ?? 0
  if (answered === 0 || broken.program.exit !== null) return null
  const replies = answered === 1 ? '1 reply' : `${answered} replies`
  if (why === 'end' || why === 'reset') {
    const text = `${capital(by)} sent ${asked} frames and got ${replies}; then you closed the connection. It carries one frame after the other, until the client ends it.`
    return ['closed-without-reply', text]
  }
  const text = `${asked} frames came together, and ${by} got ${replies}: one recv() may return several frames and a piece of the next. Keep the REST of what came, and look for the next frame in it.`
  return ['lost-rest', text]
}

/** Frames that came together were answered as if they were one. */
export function takenForOne(broken: CaseOf<'frame'>, told: number): Told | null {
  const { by, want } = broken.expectation
  const frames = framesIn(bytesOf(sent(broken, by))) ?? []
  const longest = Math.max(...frames.map(({ payload }) => payload.length))
  if (frames.length < 2 || told <= longest || told <= Buffer.byteLength(want)) return null
  const text = `${frames.length} frames came together, and you took them for one: your answer holds ${told} bytes. One recv() may return several frames; the header tells where the first one ends, and the REST is the next one.`
  return ['lost-rest', text]
}

/** Afterwards a frame with its header turned round was answered. */
export function readBackwards(broken: CaseOf<'frame'>): Told | null {
  const { by } = broken.expectation
  const late = afterwards(broken).filter(
    ({ actor }) => actor !== by && actor !== 'grader' && actor !== 'program',
  )
  const asked = bytesOf(late.filter(({ event }) => event === 'send'))
  const heard = late.some(({ event }) => event === 'receive')
  if (!heard || asked.length < 4) return null
  const header = bytesOf(sent(broken, by)).subarray(0, 4)
  const text = `${whatItDid(broken, by)} and got no answer; but ${frameText(asked, 20)} is answered. You read the header little-endian: network byte order is big-endian, ${hex(header)} is ${lengthBackwards(asked)}.`
  return ['wrong-byte-order', text]
}
