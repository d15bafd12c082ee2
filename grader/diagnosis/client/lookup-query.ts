import { encodedName, type QueryFault } from '../../model/dns-query.ts'
import type { LookUpFault } from '../../model/expectation-lookup.ts'
import { count, hex, plain, quoteText } from '../evidence/text.ts'
import { finding, type CaseOf, type Finding } from '../finding.ts'

type Of<Kind extends QueryFault['of']> = Extract<QueryFault, { of: Kind }>
type Rules = { readonly [Kind in QueryFault['of']]: (fault: Of<Kind>, name: string) => string }

const rules: Rules = {
  short: ({ size }) =>
    `Your query ends after ${count(size, 'byte')}, in the middle. It is a header of 12 bytes, the name, two bytes of QTYPE and two of QCLASS.`,

  'length-in-front': () =>
    'Your query has its length in front, two bytes. That belongs to DNS over TCP; a datagram has its length already.',

  swapped: ({ field, value }) =>
    `${field === 'flags' ? 'The flags are' : `${field} is`} ${field === 'flags' ? `0x${hex4(value)}` : value}: 16-bit fields are big-endian, the high byte first.`,

  field: ({ field, want, value }) => `${field} is ${value}, and it must be ${want}${meaning[field] ?? ''}.`,

  flags: ({ flags, what }) =>
    `The flags are 0x${hex4(flags)}: ${flagWords[what]} For a query they are 0x0100.`,

  'text-name': (_, name) =>
    `Your query has the name as text, with its dots. QNAME is ${spelt(name)}: length bytes, no dots.`,

  'open-name': (_, name) =>
    `The name in your query does not end: QNAME is ${spelt(name)}, with a byte 00 behind the last label.`,

  name: ({ got }, name) =>
    `You asked for ${quoteText(got, 60)}, and the NAME argument is ${quoteText(name, 60)}.`,

  more: ({ size }) =>
    `Behind the question ${count(size, 'more byte')} came that belong to nothing: send only the bytes you filled, not the whole buffer.`,
}

const hex4 = (value: number) => value.toString(16).padStart(4, '0')

const meaning: { readonly [field: string]: string | undefined } = {
  QDCOUNT: ': one question',
  ANCOUNT: ': a query has no answers',
  NSCOUNT: ': a query has no authority records',
  QTYPE: ', type A, an IPv4 address',
  QCLASS: ', class IN',
}

const flagWords = {
  response: 'their highest bit says that this is a response.',
  opcode: 'bits 1 to 4 say what kind of query it is, and 0 is the usual one.',
  recursion:
    'the bit RD (recursion desired) is missing, so that a server would only tell what it knows itself.',
}

/** `03 'www' 07 'example' 03 'com' 00` */
const spelt = (name: string) =>
  [...name.split('.').map((label) => `${hex(Uint8Array.of(label.length))} '${plain(label, 20)}'`), '00'].join(
    ' ',
  )

const question = 12

/** The datagram was not the query that was due. */
export function diagnoseQuery(
  { fault, got }: Extract<LookUpFault, { of: 'query' }>,
  broken: CaseOf<'dns'>,
): Finding {
  const { name } = broken.expectation
  const text = (rules[fault.of] as (fault: QueryFault, name: string) => string)(fault, name)
  const wanted = Uint8Array.of(1, 0, 0, 1, 0, 0, 0, 0, 0, 0)
  const expected = `ID ${hex(wanted)} / ${hex(encodedName(name), 40)} / 00 01 00 01`
  const actual = `${hex(got.subarray(0, question))} / ${hex(got.subarray(question), 48)}`
  const symptom = fault.of === 'swapped' ? 'wrong-byte-order' : 'wrong-query'
  const found = finding(symptom, text, expected, actual)
  return fault.of === 'swapped' ? { ...found, hint: byteOrder(broken.track) } : found
}

function byteOrder(track: string): string {
  if (track === 'python') return "Pack the header with `struct.pack('>HHHHHH', …)`: the `>` says big-endian."
  if (track === 'typescript') return 'Write each field with `writeUInt16BE(value, offset)`.'
  return 'Write the high byte of each field first.'
}
