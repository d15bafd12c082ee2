import type { SenderFault } from '../../model/expectation-rdt.ts'
import { ackFlag, finFlag, packetOf, withFlippedBit } from '../../model/packet.ts'
import type { ProgramFacts } from '../../model/program.ts'
import { bytes, caseOf, crashedWith, exited, row, type Row } from './shorthands.ts'

const of = (fault: SenderFault, program: Partial<ProgramFacts> = {}, network = '') =>
  caseOf('udp client', { kind: 'transmission', fault, network }, '', program)
type Of<Kind extends SenderFault['of']> = Extract<SenderFault, { of: Kind }>

const abc = packetOf(0, 0, bytes('abc'))
const ack = (seq: number) => packetOf(seq, ackFlag)
const damagedAck = withFlippedBit(ack(0), 27)
const withSum = (high: number, low: number) => abc.map((byte, i) => (i === 2 ? high : i === 3 ? low : byte))

const packet = (got: Uint8Array, why: Of<'packet'>['why']) => of({ of: 'packet', packet: 2, got, why })
const wentOn = (crossing: Of<'went-on'>['crossing'], answer: Uint8Array | null, afterMs = 200) =>
  of({ of: 'went-on', packet: 4, crossing, answer, afterMs })
const stopped = (rest: Partial<Of<'stopped'>>, program: Partial<ProgramFacts> = {}) => {
  const why = program.exit === undefined ? 'silence' : 'exit'
  const fault = {
    of: 'stopped',
    packet: 3,
    fin: false,
    tries: 1,
    crossing: 'lost',
    answer: null,
    why,
  } as const
  return of({ ...fault, ...rest }, program)
}
const timedOut = crashedWith('TimeoutError', null, 'sender.recvfrom(2048)', 'timed out')

export const transmissionRows: readonly Row[] = [
  row('no header', 'wrong-packet', packet(bytes('abc'), 'short'), "is 'abc': it has not even a header"),
  row('nothing', 'wrong-packet', packet(bytes(''), 'short'), 'is empty'),
  row('too much', 'wrong-packet', packet(new Uint8Array(1028), 'long'), 'carries 1024 bytes'),
  row('odd flags', 'wrong-packet', packet(packetOf(0, 0x10, bytes('a')), 'flags'), 'has the flags 0x10'),
  row('empty in the middle', 'wrong-packet', packet(packetOf(1, 0), 'empty'), 'only the packet with FIN'),
  row('after FIN', 'wrong-packet', of({ of: 'after-fin', packet: 3 }), 'Packet 2 had FIN'),
  row('no checksum', 'wrong-checksum', packet(withSum(0, 0), 'checksum'), 'Fill it in'),
  row('not inverted', 'wrong-checksum', packet(withSum(0xc4, 0x62), 'checksum'), 'inverted'),
  row(
    'the wrong way round',
    'wrong-checksum',
    packet(withSum(0x9d, 0x3b), 'checksum'),
    'the wrong way round',
  ),
  row('odd length', 'wrong-checksum', packet(withSum(1, 2), 'checksum'), 'Its length is odd'),
  row('begins with 1', 'wrong-sequence', of({ of: 'seq', packet: 1, got: 1 }), 'The first packet has seq 0'),
  row(
    'never the other',
    'wrong-sequence',
    of({ of: 'seq', packet: 2, got: 0 }),
    'Two different blocks with seq 0',
  ),
  row('counts on', 'wrong-sequence', of({ of: 'seq', packet: 3, got: 2 }), 'only two numbers'),
  row(
    'all at once',
    'sent-ahead',
    of({ of: 'went-on', packet: 2, crossing: 'clear', answer: ack(0), afterMs: 0.2 }),
    'Packet 2 came 0.2 ms after packet 1, before the ACK',
  ),
  row(
    'a lost packet is left behind',
    'skipped-a-packet',
    wentOn('lost', null),
    'Packet 3 was lost, and 200 ms later packet 4 came: block 3 is gone',
  ),
  row(
    'so is one without an ACK',
    'skipped-a-packet',
    wentOn('ack lost', null, 1),
    'was not acknowledged, and at once',
  ),
  row(
    'an old ACK is believed',
    'believed-wrong-ack',
    wentOn('damaged', ack(1)),
    'While packet 3 was out, an ACK 1 (01 80 FE 7F) came, and you went on with packet 4',
  ),
  row('a damaged ACK is believed', 'believed-wrong-ack', wentOn('ack damaged', damagedAck), 'a damaged ACK'),
  row(
    'an old ACK ends the program',
    'believed-wrong-ack',
    stopped({ fin: true, crossing: 'damaged', answer: ack(1) }, exited()),
    'your program ended as if that had been its ACK',
  ),
  row(
    'an old ACK makes it send',
    'resent-on-wrong-ack',
    of({ of: 'resent', packet: 3, answer: ack(1), afterMs: 1.2 }, {}, 'packet 3 damaged (seed 7)'),
    '1.2 ms after the packet it came again',
    'In this run: packet 3 damaged (seed 7).',
  ),
  row(
    'another content under the same number',
    'changed-on-repeat',
    of({ of: 'changed', packet: 3, was: abc, got: packetOf(0, 0, bytes('defg')) }),
    '3 bytes before, now 4',
  ),
  row(
    'no ACK is good enough',
    'deaf-to-acks',
    of({ of: 'deaf', packet: 1, times: 6, answer: ack(0) }),
    'came 6 times, and each time it was acknowledged at once, with 00 80 FF 7F',
    'is 0xFF7F',
  ),
  row('stays silent after an ACK', 'deaf-to-acks', stopped({ crossing: 'clear' }), 'Did you accept the ACK?'),
  row('ends without FIN', 'fin-missing', stopped({ crossing: 'clear' }, exited()), 'no packet had FIN'),
  row('no timer', 'never-repeated', stopped({}), 'Packet 3 was dropped. Nothing was sent again'),
  row(
    'no timer for an ACK',
    'never-repeated',
    stopped({ crossing: 'ack lost' }),
    'The ACK of packet 3 was dropped',
  ),
  row(
    'no wait for the last ACK',
    'never-repeated',
    stopped({ fin: true }, exited()),
    'Packet 3, the one with FIN, was dropped',
  ),
  row(
    'dies of its timer',
    'never-repeated',
    stopped({}, timedOut),
    'its error ended your program',
    'Catch it',
  ),
  row('dies of a bug', 'crashed', stopped({}, crashedWith('ValueError', null, 'int(x)')), 'ValueError'),
  row('twice and no more', 'gave-up-early', stopped({ tries: 2 }, exited(1)), 'You sent it twice'),
  row(
    'five attempts',
    'gave-up-early',
    of({ of: 'tries', packet: 2, tries: 5, ended: true }, exited(1)),
    'you sent it 5 times; then your program ended',
  ),
  row(
    'attempts, and then nothing',
    'gave-up-early',
    of({ of: 'tries', packet: 2, tries: 5, ended: false }),
    'nothing came',
  ),
  row('no end', 'never-gave-up', of({ of: 'tries', packet: 2, tries: 11, ended: false }), 'on it goes'),
  row(
    'one too many',
    'never-gave-up',
    of({ of: 'tries', packet: 2, tries: 11, ended: true }),
    'after the tenth',
  ),
  row('gives up and stays', 'never-gave-up', of({ of: 'exit', want: 1, why: 'silence' }), 'still running'),
  row(
    'a failure that says 0',
    'exit-code',
    of({ of: 'exit', want: 1, why: 'code' }, exited()),
    'failure has exit code 1',
  ),
  row(
    'done and stays',
    'not-exited',
    of({ of: 'exit', want: 0, why: 'silence' }),
    'Everything was acknowledged',
  ),
  row('done with 2', 'exit-code', of({ of: 'exit', want: 0, why: 'code' }, exited(2)), 'exit code 2'),
  row(
    'a timer too long',
    'repeated-too-late',
    of({ of: 'timer', late: true, packet: 2, gapMs: 1003 }),
    '1 s later',
  ),
  row(
    'a timer too short',
    'repeated-too-soon',
    of({ of: 'timer', late: false, packet: 2, gapMs: 21 }),
    '21 ms later',
  ),
  row(
    'a part of the file',
    'wrong-contents',
    of({ of: 'contents', packets: 1, want: bytes('abcdef'), got: bytes('abc') }),
    'The end is missing',
  ),
  row(
    'something else',
    'wrong-contents',
    of({ of: 'contents', packets: 1, want: bytes('abc'), got: packetOf(0, finFlag) }),
    'is not the file',
  ),
]
