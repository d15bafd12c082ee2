import type { Forgery, LookUpFault } from '../../model/expectation-lookup.ts'
import type { QueryFault } from '../../model/dns-query.ts'
import type { ProgramFacts } from '../../model/program.ts'
import { bytes, caseOf, crashedWith, exited, row, type Row } from './shorthands.ts'

const lookUp = (fault: LookUpFault, program: Partial<ProgramFacts> = {}) =>
  caseOf('udp client', { kind: 'dns', name: 'www.example.com', fault }, '', program)

const query = (fault: QueryFault) => lookUp({ of: 'query', fault, got: bytes('\x8a<\x01') })

type Addresses = Extract<LookUpFault, { of: 'addresses' }>

function addresses(fault: Partial<Addresses>, program: Partial<ProgramFacts> = exited()) {
  const plain = { form: 'in full', sharing: false, alias: null, forgery: null, why: 'exit' } as const
  const want = fault.want ?? ['198.51.100.7']
  return lookUp({ of: 'addresses', ...plain, got: [], ...fault, want }, program)
}

const printed = (stdout: string): Partial<ProgramFacts> => ({ ...exited(), stdout })
const forgery: Forgery = { asked: 0x8a3c, id: 0x1111, address: '6.6.6.6' }
const three = ['198.51.100.7', '203.0.113.200', '192.0.2.1']
const timeout = crashedWith('TimeoutError', null, 'sock.recvfrom(512)', 'timed out')

const queries: readonly Row[] = [
  row('half a query', 'wrong-query', query({ of: 'short', size: 5 }), 'ends after 5 bytes, in the middle'),
  row('as over TCP', 'wrong-query', query({ of: 'length-in-front' }), 'belongs to DNS over TCP'),
  row(
    'little-endian',
    'wrong-byte-order',
    query({ of: 'swapped', field: 'QDCOUNT', value: 256 }),
    'QDCOUNT is 256: 16-bit fields are big-endian',
  ),
  row(
    'little-endian flags',
    'wrong-byte-order',
    query({ of: 'swapped', field: 'flags', value: 1 }),
    'The flags are 0x0001',
  ),
  row(
    'AAAA',
    'wrong-query',
    query({ of: 'field', field: 'QTYPE', want: 1, value: 28 }),
    'QTYPE is 28, and it must be 1, type A',
  ),
  row(
    'no recursion',
    'wrong-query',
    query({ of: 'flags', flags: 0, what: 'recursion' }),
    'the bit RD (recursion desired) is missing',
  ),
  row(
    'dots',
    'wrong-query',
    query({ of: 'text-name' }),
    "QNAME is 03 'www' 07 'example' 03 'com' 00: length bytes, no dots",
  ),
  row('no 0', 'wrong-query', query({ of: 'open-name' }), 'The name in your query does not end'),
  row(
    'another name',
    'wrong-query',
    query({ of: 'name', got: 'a.b' }),
    "the NAME argument is 'www.example.com'",
  ),
  row('a whole buffer', 'wrong-query', query({ of: 'more', size: 470 }), '470 more bytes'),
]

const answers: readonly Row[] = [
  row('nothing', 'reply-not-printed', addresses({}), 'you printed nothing and ended with exit code 0'),
  row('waits', 'reply-not-printed', addresses({ why: 'silence' }, {}), '5 s later you printed nothing'),
  row(
    'on standard error',
    'reply-not-printed',
    addresses({}, { ...exited(), stderr: '198.51.100.7' }),
    'is on your standard error',
  ),
  row(
    'a list',
    'reply-not-printed',
    addresses({ want: three, sharing: true, form: 'several' }, printed(three.join(' '))),
    'one address a line',
  ),
  row(
    'the wrong way round',
    'wrong-byte-order',
    addresses({ got: ['7.100.51.198'] }, printed('7.100.51.198')),
    'the right four bytes in the wrong order',
  ),
  row(
    'the data of a CNAME',
    'misread-alias',
    addresses({ form: 'alias', alias: 'host.a.b', got: ['4.104.111.115'] }, printed('4.104.111.115')),
    'the beginning of a name, the data of the CNAME record',
  ),
  row(
    'bytes from elsewhere',
    'misread-record',
    addresses({ got: ['0.4.198.51'] }, printed('0.4.198.51')),
    'the 4 bytes behind RDLENGTH of a record of TYPE 1',
  ),
  row(
    'a CNAME in front',
    'misread-alias',
    addresses({ form: 'alias', alias: 'host.a.b' }),
    'a CNAME, TYPE 5',
  ),
  row(
    'a pointer',
    'misread-name',
    addresses({ form: 'pointers' }, crashedWith('IndexError', null, 'while data[pos] != 0:')),
    'C0 0C is a pointer (2 bytes), not a 192-byte label',
    'Then your program crashed at server.py:14',
  ),
  row(
    'one of three',
    'missing-address',
    addresses({ want: three, form: 'several', got: ['198.51.100.7'] }, printed('198.51.100.7')),
    'held 3 addresses and you printed 1',
  ),
  row(
    'a forgery',
    'believed-forgery',
    addresses({ forgery, got: ['6.6.6.6'] }, printed('6.6.6.6')),
    'A reply with ID 0x1111 to your 0x8a3c was believed: that is how DNS is spoofed',
  ),
  row('a forgery ended it', 'believed-forgery', addresses({ forgery }), 'your program gave up'),
]

const endings: readonly Row[] = [
  row('one ID', 'fixed-id', lookUp({ of: 'same-id', id: 1, runs: 3 }), 'had the ID 0x0001'),
  row(
    'an open socket',
    'not-exited',
    lookUp({ of: 'exit', why: 'silence' }),
    '3 s later your program is still alive',
  ),
  row(
    'exit code 1',
    'exit-code',
    lookUp({ of: 'exit', why: 'code' }, exited(1)),
    'only 0 says that all went well',
  ),
  row(
    'exit code 0 for no such name',
    'exit-code',
    lookUp({ of: 'nothing', answer: 'NXDOMAIN', why: 'code' }, exited()),
    'no such name (RCODE 3)',
    'as if an address had been found',
  ),
  row(
    'exit code 0 for no address',
    'exit-code',
    lookUp({ of: 'nothing', answer: 'no address', why: 'code' }, exited()),
    'The answer held no address',
  ),
  row('waits on', 'not-exited', lookUp({ of: 'nothing', answer: 'SERVFAIL', why: 'silence' }), '(RCODE 2)'),
  row(
    'waits for ever',
    'no-timeout',
    lookUp({ of: 'retry', afterMs: null, why: 'silence' }),
    'Your query was lost and you still wait',
  ),
  row(
    'hurries',
    'resent-too-early',
    lookUp({ of: 'retry', afterMs: 210, why: 'early' }),
    '210 ms after the first',
  ),
  row(
    'asks once',
    'asked-only-once',
    lookUp({ of: 'retry', afterMs: null, why: 'exit' }, exited(2)),
    'with exit code 2 without asking again',
  ),
  row(
    'dies of its timeout',
    'asked-only-once',
    lookUp({ of: 'retry', afterMs: null, why: 'exit' }, timeout),
    'ended without asking again',
    'Then your program crashed',
  ),
  row('never gives up', 'no-timeout', lookUp({ of: 'give-up', queries: 5, why: 'silence' }), '(5 came)'),
  row(
    'gives up at once',
    'asked-only-once',
    lookUp({ of: 'give-up', queries: 1, why: 'once' }, exited(2)),
    '(one came)',
  ),
  row(
    'another exit code',
    'exit-code',
    lookUp({ of: 'give-up', queries: 2, why: 'code' }, exited(1)),
    'is told by exit code 2',
  ),
]

export const lookUpRows: readonly Row[] = [...queries, ...answers, ...endings]
