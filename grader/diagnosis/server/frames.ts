import { headerBytes, headerFor, isUpperCaseOf, lengthBackwards, lengthIn } from '../../model/frame.ts'
import { framesIn, frameText, rightFrame, sizedFrame } from '../evidence/frames.ts'
import { meaningOf, rest } from '../evidence/meaning.ts'
import { bytesOf, received, sent, whatItDid } from '../evidence/story.ts'
import { bytesOfText, capital, count, decode, hex, quote, sized, startsWith } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'
import { waitsForMore } from './full-read.ts'
import { readBackwards, stoppedMidway, takenForOne } from './lost-frames.ts'
import { hungUpOnHeader, shortRead } from './short-read.ts'
import { diagnoseStream } from './stream.ts'

type FrameCase = CaseOf<'frame'>

/** A finding whose evidence is two frames, one above the other. */
function tell(broken: FrameCase, symptom: Finding['symptom'], message: string): Finding {
  const { want, got } = broken.expectation
  return finding(symptom, message, sizedFrame(rightFrame(want)), sizedFrame(got))
}

/** A client did not get its frame. */
export function diagnoseFrame(broken: FrameCase): Finding {
  const { by, want, got, why } = broken.expectation
  if (got.length > 0) return diagnoseWrong(broken)
  const waits = why === 'silence' ? waitsForMore(broken, by, 'a whole frame') : null
  if (waits !== null)
    return { ...waits, expected: sizedFrame(rightFrame(want)), actual: 'nothing before the end' }
  const found = hungUpOnHeader(broken) ?? stoppedMidway(broken) ?? readBackwards(broken)
  if (found !== null) return tell(broken, ...found)
  const right = rightFrame(want)
  const silent = diagnoseStream({ ...broken, expectation: { kind: 'stream', by, want: right, got, why } })
  return silent.expected === sized(right) ? { ...silent, expected: sizedFrame(right) } : silent
}

function diagnoseWrong(broken: FrameCase): Finding {
  const { by, want, got } = broken.expectation
  const length = lengthIn(got)
  const found =
    shortRead(broken) ??
    withoutHeader(broken) ??
    (length === null
      ? null
      : (backwards(broken) ??
        takenForOne(broken, length) ??
        miscounted(broken, length) ??
        unfinished(broken, length)))
  if (found !== null) return tell(broken, ...found)
  if (length === null) {
    const text = `${whatItDid(broken, by)} and received only ${hex(got)}: ${count(got.length, 'byte')} of a header of 4. The header is a number of four bytes, big-endian.`
    return tell(broken, 'wrong-header', text)
  }
  return wrongPayload(
    broken,
    bytesOfText(want.toUpperCase()),
    got.subarray(headerBytes, headerBytes + length),
  )
}

type Told = readonly [Finding['symptom'], string]

// The payload, or a number written in digits, stands where four bytes of length should.
function withoutHeader({ expectation }: FrameCase): Told | null {
  const { want, got } = expectation
  const payload = bytesOfText(want.toUpperCase())
  // A header begins with 0.
  if (
    payload.length > 0 &&
    payload[0] !== 0 &&
    startsWith(got, payload.subarray(0, Math.max(headerBytes, 1)))
  ) {
    const read = lengthIn(got)
    const then =
      read === null
        ? ''
        : `: its first four bytes, ${hex(got.subarray(0, 4))}, are read as a length of ${read}`
    return [
      'wrong-header',
      `You replied ${quote(got, 30)} without a header${then}. Send the length first, as ${hex(headerFor(payload.length))}.`,
    ]
  }
  const digits = /^\s*\d+/.exec(Buffer.from(got.subarray(0, 12)).toString('latin1'))?.[0]
  if (digits === undefined) return null
  return [
    'wrong-header',
    `You sent the length as text, ${quote(got.subarray(0, digits.length))} (${hex(got.subarray(0, digits.length))}). It is a number of four bytes: ${hex(headerFor(payload.length))}.`,
  ]
}

function backwards({ expectation }: FrameCase): Told | null {
  const { want, got } = expectation
  const length = lengthBackwards(got)
  const payload = got.subarray(headerBytes, headerBytes + length)
  const right = bytesOfText(want.toUpperCase()).length
  const complete = payload.length === length && isUpperCaseOf(want, payload)
  if (length === lengthIn(got) || (length !== right && !complete)) return null
  return [
    'wrong-byte-order',
    `Length ${length} came back as ${hex(got.subarray(0, 4))}: that is little-endian. Network byte order is big-endian, ${hex(headerFor(length))}.`,
  ]
}

/** The payload is right, and the header tells another number than its bytes. */
function miscounted(broken: FrameCase, told: number): Told | null {
  const { by, want, got } = broken.expectation
  const payload = got.subarray(headerBytes)
  const size = sizes(want).find((bytes) => isUpperCaseOf(want, payload.subarray(0, bytes)))
  if (size === undefined || size === told || payload.length < size) return null
  if (told > size && payload.length >= told) return null
  const text = decode(payload.subarray(0, size)) ?? ''
  const header = `The header says ${told} (${hex(got.subarray(0, 4))}), but ${count(size, 'byte')} follow, ${quote(payload.subarray(0, size), 30)}`
  if (told === text.length || told === Array.from(text).length)
    return ['counted-characters', `${header}: you counted characters. Encode first, then count the bytes.`]
  if (told === size + headerBytes)
    return ['wrong-header', `${header}: it counts its own four bytes. It is the length of the payload alone.`]
  const asked = framesIn(bytesOf(sent(broken, by)))?.at(-1)?.payload.length
  if (told === asked)
    return [
      'wrong-header',
      `${header}: ${told} is the length of what came, and upper case can change it. Count the bytes of the reply.`,
    ]
  return ['wrong-header', `${header}: it is the number of bytes in the payload.`]
}

// A letter may take more or fewer bytes in upper case.
const sizes = (want: string) => {
  const [small, big] = [Buffer.byteLength(want), Buffer.byteLength(want.toUpperCase())]
  return Array.from({ length: Math.abs(big - small) + 1 }, (_, i) => Math.min(small, big) + i)
}

function unfinished(broken: FrameCase, length: number): Told | null {
  const { want, got, why } = broken.expectation
  const came = got.length - headerBytes
  if (came >= length) return null
  const then =
    why === 'end'
      ? 'then you closed'
      : why === 'reset'
        ? 'then the connection was reset'
        : 'then nothing more came'
  const right = length === bytesOfText(want.toUpperCase()).length
  const text = `The header says ${length} (${hex(got.subarray(0, 4))}), and only ${count(came, 'byte')} of payload followed; ${then}.`
  return right
    ? ['reply-cut-short', `The header is right, the payload is short. ${text}`]
    : ['wrong-header', text]
}

function wrongPayload(broken: FrameCase, want: Uint8Array, got: Uint8Array): Finding {
  const { by } = broken.expectation
  const asked = framesIn(bytesOf(sent(broken, by)))?.at(-1)?.payload ?? new Uint8Array()
  const meaning = meaningOf({ asked, want, got })
  if (meaning !== null)
    return tell(
      broken,
      meaning.symptom,
      `You replied with a frame that holds ${quote(got, 40)}: ${meaning.sentence}`,
    )
  const weighed = wronglyWeighed(Buffer.byteLength(broken.expectation.want), got.length)
  if (weighed !== null)
    return {
      ...tell(broken, 'wrong-header', weighed),
      hint: "Have all four bytes read at once: int.from_bytes(header, 'big') in Python, header.readUInt32BE() in Node.",
    }
  const lost = rest(want, got)
  if (lost !== null && got.length > 0) {
    const text = `Your frame holds ${got.length} of ${count(want.length, 'byte')}: ${quote(lost, 20)} is missing at the end. To a frame all bytes are alike, blanks and newlines too.`
    return tell(broken, 'reply-cut-short', text)
  }
  const earlier = received(broken, by).length > got.length + headerBytes ? ' next' : ''
  const shown = frameText(broken.expectation.got.subarray(0, headerBytes + got.length), 30)
  return tell(
    broken,
    'wrong-reply',
    `${capital(by)} received${earlier} the frame ${shown} instead of ${frameText(rightFrame(broken.expectation.want), 30)}.`,
  )
}

/** A header that was put together by hand, as with 255 for 256: of the bytes it counts one for each unit is missing. */
function wronglyWeighed(asked: number, told: number): string | null {
  const third = (asked >> 8) & 0xff
  if (third === 0 || asked - told !== third) return null
  return `You read the header ${hex(headerFor(asked))} as ${told}: it is ${asked}. Each byte weighs 256 times as much as the next one.`
}
