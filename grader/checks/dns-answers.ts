import { decode, encode, RECURSION_AVAILABLE, RECURSION_DESIRED, type Answer } from 'dns-packet'
import { encodedName, questionOf } from '../model/dns-query.ts'

const headerBytes = 12
/** TYPE, CLASS, TTL and RDLENGTH. */
const fieldBytes = 10
const ttl = 300

/** What a name server knows of a name. */
export type DnsAnswer = {
  readonly name: string
  readonly addresses: readonly string[]
  /** The name is an alias: its CNAME, whose addresses these are. */
  readonly alias?: string | undefined
  /** With pointers in place of names, as every real server writes them. */
  readonly packed?: boolean | undefined
  readonly rcode?: 'NXDOMAIN' | 'SERVFAIL' | undefined
}

const rcodes = { NXDOMAIN: 3, SERVFAIL: 2 } as const

/** A reply with this ID to a query whose question comes back as it was sent. */
export function dnsReply(id: number, query: Buffer, answer: DnsAnswer): Buffer {
  const { name, rcode, packed = false } = answer
  const flags = RECURSION_DESIRED | RECURSION_AVAILABLE | (rcode === undefined ? 0 : rcodes[rcode])
  const question = Buffer.from(questionOf(query))
  const message = encode({
    type: 'response',
    id,
    flags,
    questions: [{ name, type: 'A' }],
    answers: packed ? [] : records(answer),
    authorities: rcode === 'NXDOMAIN' ? [startOfAuthority(name)] : [],
  })
  const header = message.subarray(0, headerBytes)
  const rest = message.subarray(headerBytes + encodedName(name).length + 4)
  if (!packed) return Buffer.concat([header, question, rest])
  const pointed = packedRecords(answer, question)
  header.writeUInt16BE(pointed.length, 6)
  return Buffer.concat([header, question, ...pointed])
}

function records({ name, alias, addresses }: DnsAnswer): Answer[] {
  const cname: Answer[] = alias === undefined ? [] : [{ name, type: 'CNAME', ttl, data: alias }]
  return [...cname, ...addresses.map((data): Answer => ({ name: alias ?? name, type: 'A', ttl, data }))]
}

function startOfAuthority(name: string): Answer {
  const zone = name.split('.').slice(-2).join('.')
  const times = { serial: 2026, refresh: 3600, retry: 600, expire: 86_400, minimum: 60 }
  return { name: zone, type: 'SOA', ttl, data: { mname: `ns.${zone}`, rname: `admin.${zone}`, ...times } }
}

/**
 * The library writes every name in full. Here they are pointers: to the question, to its zone, and into the data of the
 * CNAME, whose name is in the same zone.
 */
function packedRecords({ alias, addresses }: DnsAnswer, question: Buffer): Buffer[] {
  const toQuestion = pointer(headerBytes)
  if (alias === undefined) return addresses.map((address) => record(toQuestion, 1, octets(address)))
  const [first = ''] = alias.split('.')
  const label = encodedName(first).subarray(0, -1)
  const zone = pointer(headerBytes + 1 + question.readUInt8(0))
  const cname = record(toQuestion, 5, Buffer.concat([label, zone]))
  const toAlias = pointer(headerBytes + question.length + toQuestion.length + fieldBytes)
  return [cname, ...addresses.map((address) => record(toAlias, 1, octets(address)))]
}

const pointer = (offset: number) => Buffer.from([0xc0 | (offset >> 8), offset & 0xff])
const octets = (address: string) => Buffer.from(address.split('.').map(Number))

function record(name: Buffer, type: number, data: Buffer): Buffer {
  const fields = Buffer.alloc(fieldBytes)
  fields.writeUInt16BE(type, 0)
  fields.writeUInt16BE(1, 2) // class IN
  fields.writeUInt32BE(ttl, 4)
  fields.writeUInt16BE(data.length, 8)
  return Buffer.concat([name, fields, data])
}

/** Whether a query holds more than its records. */
export function hasMore(query: Buffer): boolean {
  try {
    decode(query)
    return decode.bytes < query.length
  } catch {
    return true
  }
}
