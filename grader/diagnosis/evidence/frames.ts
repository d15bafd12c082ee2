import { headerBytes, headerFor, lengthIn, longestFrameBytes } from '../../model/frame.ts'
import { bytesOfText, count, hex, quote } from './text.ts'

type Frame = { readonly header: Uint8Array; readonly payload: Uint8Array; readonly whole: boolean }

/**
 * The frames in what a client sent, the last one perhaps cut off; null when these are no frames, which no text can be:
 * the first byte of a header is 0, or 255 where the length is too much on purpose.
 */
export function framesIn(bytes: Uint8Array): Frame[] | null {
  const frames: Frame[] = []
  for (let at = 0; at < bytes.length;) {
    const header = bytes.subarray(at, at + headerBytes)
    if (header[0] !== 0 && header[0] !== 255) return null
    const length = lengthIn(header)
    const end = at + headerBytes + (length ?? 0)
    const whole = length !== null && length <= longestFrameBytes && end <= bytes.length
    frames.push({ header, payload: bytes.subarray(at + headerBytes, end), whole })
    at = end
  }
  return frames.length === 0 ? null : frames
}

/** The right answer, its letters in upper case. */
export function rightFrame(want: string): Uint8Array {
  const payload = bytesOfText(want.toUpperCase())
  return Buffer.concat([headerFor(payload.length), payload])
}

/** `00 00 00 05 'HELLO'`: a header is read as numbers, a payload as text. */
export function frameText(bytes: Uint8Array, most?: number): string {
  const payload = bytes.subarray(headerBytes)
  return `${hex(bytes.subarray(0, headerBytes))}${payload.length === 0 ? '' : ` ${quote(payload, most)}`}`
}

/** As `frameText`, with the size of the payload. */
export const sizedFrame = (bytes: Uint8Array): string =>
  bytes.length === 0
    ? 'nothing'
    : bytes.length < headerBytes
      ? `${hex(bytes)} (${count(bytes.length, 'byte')})`
      : `${frameText(bytes, 36)} (${count(bytes.length - headerBytes, 'byte')} after the header)`

/** What a client sent, where it sent frames: `the frame 00 00 00 05 'hello'`, `3 frames`. */
export function sentFrames(bytes: Uint8Array): string | null {
  const frames = framesIn(bytes)
  const [first, ...others] = frames ?? []
  if (frames === null || first === undefined) return null
  const last = frames.at(-1) ?? first
  if (others.length > 0)
    return last.whole ? `${frames.length} frames` : `${frames.length} frames, the last one cut off`
  if (first.whole) return `the frame ${frameText(bytes, 30)}`
  if (first.header.length < headerBytes)
    return `${hex(first.header)}, ${count(bytes.length, 'byte')} of a header,`
  if (first.payload.length === 0) return `the header ${hex(first.header)}`
  return `a frame that was cut off, ${frameText(bytes, 30)},`
}
