import type { Bytes } from './expectation.ts'

/** Length framing: a header of four bytes, big-endian, that counts the bytes of the payload behind it. */
export const headerBytes = 4
/** A longer frame is refused. */
export const longestFrameBytes = 1024 * 1024

/** The length a header tells; null when it is not there yet. */
export const lengthIn = (bytes: Bytes): number | null =>
  bytes.length < headerBytes ? null : viewOf(bytes).getUint32(0)

/** The same, read from the wrong end. */
export const lengthBackwards = (bytes: Bytes): number => viewOf(bytes).getUint32(0, true)

const viewOf = (bytes: Bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export function headerFor(length: number): Bytes {
  const header = new Uint8Array(headerBytes)
  new DataView(header.buffer).setUint32(0, length)
  return header
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Whether these bytes are `text` in upper case. ASCII letters must be; others may be or be left as they are, since
 * languages differ in what they do with them.
 */
export function isUpperCaseOf(text: string, bytes: Bytes): boolean {
  try {
    const got = decoder.decode(bytes)
    return !/[a-z]/.test(got) && got.toUpperCase() === text.toUpperCase()
  } catch {
    return false
  }
}
