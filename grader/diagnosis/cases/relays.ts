import type { Expectation } from '../../model/expectation.ts'
import { bytes, caseOf, crashedWith, row, type Row } from './shorthands.ts'

type Of<Kind extends Expectation['kind']> = Extract<Expectation, { kind: Kind }>

const at = (expectation: Expectation, story = '', program = {}, track = 'python') =>
  caseOf('tcp server', expectation, story, program, track)

const relayed = (rest: Partial<Of<'relayed'>> = {}): Expectation => ({
  kind: 'relayed',
  by: 'client 1',
  from: 'origin',
  want: bytes('from the origin'),
  got: bytes(''),
  first: true,
  helped: false,
  of: null,
  why: 'silence',
  ...rest,
})
const carried = (rest: Partial<Of<'carried'>>): Expectation => ({
  kind: 'carried',
  by: 'client 1',
  from: 'origin',
  total: 16_777_216,
  arrived: 4096,
  want: bytes('abcdefgh'),
  got: bytes(''),
  why: 'silence',
  ...rest,
})
const ended = (why: 'silence' | 'reset'): Expectation => ({
  kind: 'passed-end',
  by: 'origin',
  from: 'client 1',
  why,
})
const away = (why: 'silence' | 'different' | 'exit', got = ''): Expectation => ({
  kind: 'unreachable-origin',
  by: 'client 1',
  got: bytes(got),
  why,
})
const upstream = (before: number, why: 'silence' | 'end'): Expectation => ({
  kind: 'upstream',
  by: 'client 2',
  before,
  why,
})
const finished = 'client 1 connect\nclient 1 finish'

export const relayRows: readonly Row[] = [
  row(
    'no call',
    'no-upstream',
    at(upstream(0, 'silence')),
    'no connection for it came to the origin',
    'at once',
  ),
  row(
    'one call for all',
    'no-upstream',
    at(upstream(1, 'end')),
    'though one had come before',
    'was disconnected',
  ),
  row(
    'turns',
    'takes-turns',
    at(relayed({ helped: true })),
    "The origin sent 'from the origin' first, and you waited for client 1",
  ),
  row('nothing carried', 'not-relayed', at(relayed()), 'nothing came out at client 1'),
  row(
    'bytes of another',
    'crossed-talks',
    at(relayed({ got: bytes('from two'), of: 'client 2', why: 'different' })),
    "which is client 2's",
  ),
  row(
    'bytes at another',
    'crossed-talks',
    at(relayed({ of: 'client 2' })),
    "it came out at the other end of client 2's connection",
  ),
  row(
    'bytes made into text',
    'damaged-bytes',
    at(relayed({ want: Uint8Array.of(0x41, 0xff, 0x42), got: bytes('A\ufffdB'), why: 'different' })),
    '0xFF came back as EF BF BD',
  ),
  row('half of it', 'reply-cut-short', at(relayed({ got: bytes('from') })), "client 1 received 'from'"),
  row(
    'other bytes',
    'wrong-reply',
    at(relayed({ got: bytes('FROM THE ORIGIN'), why: 'different' })),
    'the very bytes',
  ),
  row(
    'cut off in the middle',
    'cut-other-direction',
    at(relayed({ why: 'reset' })),
    'though neither side had finished',
  ),
  row(
    'cut off after an end',
    'cut-other-direction',
    at(relayed({ why: 'end' }), finished, {}, 'typescript'),
    'had finished sending',
    'allowHalfOpen',
  ),
  row(
    'a copy that fails',
    'crashed',
    at(relayed(), '', { ...crashedWith('NameError', null, 'x'), exit: null }),
    'failed',
  ),
  row(
    'an end not passed on',
    'end-not-passed',
    at(ended('silence')),
    'call shutdown(SHUT_WR) on the other socket',
  ),
  row('a reset for an end', 'cut-other-direction', at(ended('reset')), 'was reset (RST)'),
  row(
    'a client kept waiting',
    'client-kept',
    at(away('silence')),
    'the connection of client 1 is still open',
  ),
  row('a client told something', 'extra-bytes', at(away('different', 'sorry')), 'nothing to say of its own'),
  row(
    'dead of a refusal',
    'died-on-refusal',
    at(
      away('exit'),
      '',
      crashedWith('ConnectionRefusedError', 'ECONNREFUSED', 'socket.create_connection(origin)'),
    ),
    'and your relay ended',
  ),
  row('a stop in the middle', 'reply-cut-short', at(carried({})), 'of 16,777,216; then nothing more came'),
  row(
    'an end in the middle',
    'reply-cut-short',
    at(carried({ why: 'end' })),
    'then the connection was closed',
  ),
  row('a gap', 'bytes-lost', at(carried({ got: bytes('zzz'), why: 'lost' })), 'is missing'),
  row('again', 'extra-bytes', at(carried({ got: bytes('zzz'), why: 'repeated' })), 'had come before'),
  row(
    'changed',
    'wrong-reply',
    at(carried({ got: bytes('zzz'), why: 'different' })),
    "instead of 'abcdefgh'",
  ),
  row(
    'all in memory',
    'buffers-all',
    at({ kind: 'memory', by: 'client 1', grewBytes: 70 << 20, takenBytes: 80 << 20 }),
    'grew by 70 MiB',
  ),
  row(
    'a loop',
    'spins',
    at({ kind: 'spin', by: 'client 1', usedMs: 1900, idleMs: 2000, ended: true }),
    '1.9 s of processor time',
    'always readable',
  ),
]
