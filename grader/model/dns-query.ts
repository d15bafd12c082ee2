type Bytes = Uint8Array

/** Fields of two bytes. */
export const queryFields = ['flags', 'QDCOUNT', 'ANCOUNT', 'NSCOUNT', 'QTYPE', 'QCLASS'] as const

type QueryField = (typeof queryFields)[number]

/** In which way a datagram is not the query that was due (RFC 1035, section 4). */
export type QueryFault =
  /** It ends before its question does. */
  | { readonly of: 'short'; readonly size: number }
  /** Two bytes of length in front, as over TCP. */
  | { readonly of: 'length-in-front' }
  /** A field with its two bytes the other way round. */
  | { readonly of: 'swapped'; readonly field: QueryField; readonly value: number }
  | { readonly of: 'field'; readonly field: QueryField; readonly want: number; readonly value: number }
  | { readonly of: 'flags'; readonly flags: number; readonly what: 'response' | 'opcode' | 'recursion' }
  /** The name stands there as text, with its dots. */
  | { readonly of: 'text-name' }
  /** No byte 0 behind the last label. */
  | { readonly of: 'open-name' }
  | { readonly of: 'name'; readonly got: string }
  /** More than the question, and more than the additional records that were announced. */
  | { readonly of: 'more'; readonly size: number }

const headerBytes = 12
const counts = ['QDCOUNT', 'ANCOUNT', 'NSCOUNT'] as const

const at = (bytes: Bytes, offset: number) => ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0)

/** The number a datagram begins with; null when there is none. */
export const dnsId = (bytes: Bytes): number | null => (bytes.length < 2 ? null : at(bytes, 0))

/** A name as labels, and where it ends; null when it does not, or is none. */
function nameAt(bytes: Bytes, start: number): { readonly name: string; readonly end: number } | null {
  const labels: string[] = []
  let offset = start
  for (let size = bytes[offset]; size !== 0; size = bytes[offset]) {
    if (size === undefined || size > 63 || offset + size >= bytes.length) return null
    labels.push(String.fromCharCode(...bytes.subarray(offset + 1, offset + 1 + size)))
    offset += size + 1
  }
  return { name: labels.join('.'), end: offset + 1 }
}

/** The name in a question: each label behind its length, and a 0. */
export function encodedName(name: string): Bytes {
  const labels = name.split('.').map((label) => new TextEncoder().encode(label))
  return Uint8Array.from([...labels.flatMap((label) => [label.length, ...label]), 0])
}

/**
 * The question of a query; in place of what is none, one of the same length: whoever skips it by the length of their own
 * query finds what is behind it, and whoever goes from label to label, too.
 */
export function questionOf(bytes: Bytes): Bytes {
  const end = nameAt(bytes, headerBytes)?.end
  if (end !== undefined && end + 4 <= bytes.length) return bytes.subarray(headerBytes, end + 4)
  const question = Uint8Array.from(bytes.subarray(headerBytes))
  const label = question.length - 6
  if (label < 1 || label > 63) return question
  question.set([label], 0)
  question.set([0, 0, 1, 0, 1], label + 1)
  return question
}

function fieldFault(field: QueryField, want: number, value: number): QueryFault | null {
  if (value === want) return null
  return value === want << 8 ? { of: 'swapped', field, value } : { of: 'field', field, want, value }
}

const lower = (bytes: Bytes) => new TextDecoder('latin1').decode(bytes).toLowerCase()
const includes = (bytes: Bytes, text: string) => lower(bytes).includes(text.toLowerCase())

function headerFault(bytes: Bytes): QueryFault | null {
  const flags = at(bytes, 2)
  for (const [i, field] of counts.entries()) {
    const fault = fieldFault(field, i === 0 ? 1 : 0, at(bytes, 4 + 2 * i))
    if (fault !== null) return fault
  }
  if (flags === 1) return { of: 'swapped', field: 'flags', value: flags }
  if ((flags & 0x8000) !== 0) return { of: 'flags', flags, what: 'response' }
  if ((flags & 0x7800) !== 0) return { of: 'flags', flags, what: 'opcode' }
  return (flags & 0x0100) === 0 ? { of: 'flags', flags, what: 'recursion' } : null
}

/**
 * Null for a right query for the addresses of a name. Its ID, the case of its letters and its other flags are free, and
 * additional records may follow, such as that of EDNS: `more` tells whether what follows is none.
 */
export function queryFault(
  bytes: Bytes,
  name: string,
  more: (bytes: Bytes) => boolean = (all) => all.length > headerBytes + questionOf(all).length,
): QueryFault | null {
  if (bytes.length > 2 && at(bytes, 0) === bytes.length - 2 && queryFault(bytes.subarray(2), name) === null)
    return { of: 'length-in-front' }
  if (bytes.length < headerBytes) return { of: 'short', size: bytes.length }
  const header = headerFault(bytes)
  if (header !== null) return header
  const rest = bytes.subarray(headerBytes)
  const wanted = encodedName(name)
  const found = nameAt(bytes, headerBytes)
  // As bytes: a single label with dots in it is another name.
  if (found === null || lower(bytes.subarray(headerBytes, found.end)) !== lower(wanted)) {
    if (includes(rest, name)) return { of: 'text-name' }
    const open = new TextDecoder('latin1').decode(wanted.subarray(0, -1))
    if (includes(rest, open)) return { of: 'open-name' }
    return found === null ? { of: 'open-name' } : { of: 'name', got: found.name }
  }
  // Without its 0 the name ends in the first byte of QTYPE, which is one.
  if (bytes.length === found.end + 3) return { of: 'open-name' }
  if (bytes.length < found.end + 4) return { of: 'short', size: bytes.length }
  const question = [
    fieldFault('QTYPE', 1, at(bytes, found.end)),
    fieldFault('QCLASS', 1, at(bytes, found.end + 2)),
  ]
  const fault = question.find((each) => each !== null)
  if (fault !== undefined) return fault
  return more(bytes) ? { of: 'more', size: bytes.length - found.end - 4 } : null
}
