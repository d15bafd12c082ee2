import { headerBytes, lengthIn, longestFrameBytes } from '../../model/frame.ts'
import { frameText, framesIn } from '../evidence/frames.ts'
import { bytesOf, sent } from '../evidence/story.ts'
import { capital, count, hex } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { limit, takes } from './huge-length.ts'
import { whatItDoes } from './stream.ts'

const wanted = 'the end of the connection, without a reply'
const stays = 'a connection that stays open'

/** A client was not hung up on: its frame is too long, or has been cut off. */
export function diagnoseHangUpOn(broken: CaseOf<'hang-up'>): Finding {
  const { by, got } = broken.expectation
  const asked = bytesOf(sent(broken, by))
  const length = lengthIn(asked)
  if (length !== null && length > longestFrameBytes)
    return got.length > 0 ? tookIt(by, asked, got) : waitsForIt(by, asked, length)
  const last = framesIn(asked)?.at(-1)
  const [came, of] =
    last === undefined || last.header.length < headerBytes
      ? [asked.length, 'of a header of 4']
      : [last.payload.length, `of a payload of ${lengthIn(last.header)}`]
  const did = `${capital(by)} finished in the middle of a frame, after ${count(came, 'byte')} ${of}`
  if (got.length > 0) {
    const text = `${did}, and you answered ${frameText(got, 20)}. recv() returned 0 bytes, end of file: the rest never comes. Close without a reply.`
    return finding('answered-half-a-frame', text, wanted, frameText(got))
  }
  const text = `${did}, and 5 s later you still wait for the rest. recv() returned 0 bytes, end of file: leave the loop that collects, and close.${whatItDoes(broken)}`
  return finding('missed-eof', text, wanted, stays)
}

function waitsForIt(by: string, asked: Uint8Array, length: number): Finding {
  if (asked.length > headerBytes) {
    const text = `${capital(by)} sent a frame of ${length} bytes, and 5 s later its connection is still open. ${limit}`
    return finding('unbounded-length', text, wanted, stays)
  }
  const text = `${capital(by)} sent nothing but the header ${hex(asked, 4)}, ${length} bytes, and 5 s later you still wait for them. Four bytes of a stranger make you ${takes(length)}. ${limit}`
  return finding('unbounded-length', text, wanted, stays)
}

function tookIt(by: string, asked: Uint8Array, got: Uint8Array): Finding {
  const header = `${hex(asked.subarray(0, headerBytes))}, ${lengthIn(asked)} bytes`
  const did =
    asked.length > headerBytes ? `a frame with the header ${header}` : `nothing but the header ${header}`
  const negative = (asked[0] ?? 0) >= 128 && lengthIn(got) === 0
  const signed = negative
    ? ' Read as a signed number it is negative, and below any limit: it is unsigned.'
    : ''
  const text = `${capital(by)} sent ${did}, and you answered ${frameText(got, 20)}.${signed} ${limit}`
  return finding('unbounded-length', text, wanted, frameText(got, 40))
}
