import type { Arrival, ReceiverFault } from '../../model/expectation-rdt.ts'
import type { Expectation } from '../../model/expectation.ts'
import type { ProgramFacts } from '../../model/program.ts'
import { bytes, call, caseOf, crashedWith, exited, port, row, type Row } from './shorthands.ts'

export const blocks = ['abcd', 'efgh', 'ijkl', ''].map(bytes)
export const arrival = (packet: number, rest: Partial<Arrival> = {}): Arrival => ({
  packet,
  seq: (packet - 1) % 2,
  fin: packet === blocks.length,
  how: 'whole',
  payload: blocks[packet - 1] ?? bytes('x'.repeat(packet)),
  ...rest,
})
const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))

export const ofReceiver = (
  fault: ReceiverFault,
  arrived: readonly Arrival[] = [],
  program: Partial<ProgramFacts> = {},
  network = '',
) => {
  const expectation: Expectation = { kind: 'delivery', by: 'sender', fault, arrived, network }
  return caseOf('udp server', expectation, 'sender send abcd\ngrader deadline', program)
}
const silent = (arrived: readonly Arrival[], program: Partial<ProgramFacts> = {}, gone = false) =>
  ofReceiver({ of: 'silence', arrival: arrived.at(-1) ?? arrival(1), gone }, arrived, program)
const form = (answer: string, packet = 1) =>
  ofReceiver({ of: 'form', arrival: arrival(packet), answer: hex(answer) }, [], exited())
const damaged = arrival(3, { how: 'damaged', damaged: 'payload', payload: bytes('iJkl') })

export const deliveryRows: readonly Row[] = [
  row('no ACK at all', 'not-acknowledged', silent([arrival(1)]), 'Packet 1 (seq 0) is whole (8 bytes'),
  row(
    'the header is not in the sum',
    'not-acknowledged',
    silent([arrival(1), arrival(2)]),
    'though packet 1 got one',
  ),
  row(
    'odd lengths are not understood',
    'not-acknowledged',
    silent([arrival(5, { payload: bytes('abc') })]),
    'Its length is odd',
  ),
  row(
    'a small buffer',
    'not-acknowledged',
    silent([arrival(1), arrival(2), arrival(3, { payload: bytes('a'.repeat(1000)) })]),
    'room for all 1004 bytes',
  ),
  row(
    'confused by a damaged packet',
    'not-acknowledged',
    silent([arrival(1), arrival(2), damaged, arrival(3)]),
    'came damaged, then whole',
  ),
  row(
    'lured away by a stranger',
    'not-acknowledged',
    silent([arrival(1), arrival(2), arrival(3, { how: 'stray' }), arrival(3)]),
    'A stranger sent a packet with seq 0 from another port',
  ),
  row(
    'FIN without an ACK',
    'not-acknowledged',
    silent([arrival(1), arrival(2), arrival(3), arrival(4)], exited()),
    'packet 4 (seq 1, FIN), got no ACK',
  ),
  row(
    'to itself',
    'replied-to-self',
    caseOf('udp server', silent([arrival(1)]).expectation, 'sender send abcd\ngrader deadline', {
      calls: [call('sendto', ['127.0.0.1', port])],
    }),
    'the port you bound',
  ),
  row(
    'ends after a packet',
    'exited-early',
    silent([arrival(1), arrival(2)], exited()),
    '1 packet got through',
  ),
  row(
    'closes its socket',
    'exited-early',
    silent([arrival(1), arrival(2)], {}, true),
    'you closed your socket',
  ),
  row(
    'a repeated packet is ignored',
    'repeat-not-acknowledged',
    silent([arrival(1), arrival(2), arrival(2, { how: 'again' })]),
    'Packet 2 (seq 1) came again',
    'for ever',
  ),
  row(
    'a late one is ignored',
    'repeat-not-acknowledged',
    silent([arrival(1), arrival(2), arrival(2, { how: 'late' })]),
    'A late copy of packet 2',
  ),
  row(
    'what the network did is told',
    'repeat-not-acknowledged',
    ofReceiver(
      { of: 'silence', arrival: arrival(2, { how: 'again' }), gone: false },
      [arrival(1)],
      {},
      'packet 2 twice (seed 7)',
    ),
    'In this run: packet 2 twice (seed 7).',
  ),
  row(
    'a damaged packet is acknowledged',
    'acknowledged-damaged',
    ofReceiver({
      of: 'believed',
      arrival: damaged,
      answer: hex('0080ff7f'),
      want: blocks,
      got: bytes('abcdefgh'),
    }),
    'A bit of the payload of packet 3 (seq 0) was flipped',
    'block 3 is lost for ever',
  ),
  row(
    'a damaged packet is written',
    'wrote-damaged',
    ofReceiver(
      { of: 'believed', arrival: damaged, answer: hex('0080ff7f'), want: blocks, got: bytes('abcdefghiJkl') },
      [damaged],
    ),
    'it reached your file',
  ),
  row('an empty checksum', 'wrong-acknowledgement', form('00 80 00 00'), 'fill it in'),
  row('a checksum the wrong way round', 'wrong-acknowledgement', form('00 80 7f ff'), 'the wrong way round'),
  row('a sum that is not inverted', 'wrong-acknowledgement', form('00 80 00 80'), 'inverted'),
  row('some other checksum', 'wrong-acknowledgement', form('00 80 12 34'), 'over the ACK itself'),
  row('no flag', 'wrong-acknowledgement', form('00 00 ff ff'), 'is 0x00, not 0x80'),
  row('the next number', 'wrong-acknowledgement', form('01 80 fe 7f'), 'not the next one'),
  row('always the same', 'wrong-acknowledgement', form('00 80 ff 7f', 2), 'Take it out of the packet'),
  row('too long', 'wrong-acknowledgement', form('00 80 ff 7f 00'), 'It has 5 bytes'),
  row('text', 'wrong-acknowledgement', form('41 43 4b 30'), "'ACK0' is no packet"),
  row(
    'left at once',
    'left-too-early',
    ofReceiver({ of: 'left', afterMs: 250.3, times: 1 }, [], exited()),
    '250 ms later it came again',
  ),
  row(
    'left a second after the first FIN',
    'left-too-early',
    ofReceiver({ of: 'left', afterMs: 250, times: 4 }, [], exited()),
    'begins it anew',
  ),
  row(
    'a time limit before FIN',
    'left-too-early',
    ofReceiver(
      { of: 'silence', arrival: arrival(1), gone: true },
      [arrival(1)],
      crashedWith('TimeoutError', null, 'receiver.recvfrom(2048)', 'timed out'),
    ),
    'set the limit only after FIN',
  ),
  row(
    'dies of its time limit',
    'exit-code',
    ofReceiver(
      { of: 'exit', why: 'code' },
      [arrival(4)],
      crashedWith('TimeoutError', null, 'receiver.recvfrom(2048)', 'timed out'),
    ),
    'Catch it: the transfer is complete',
  ),
  row(
    'another exit code',
    'exit-code',
    ofReceiver({ of: 'exit', why: 'code' }, [], exited(3)),
    'exit code 3',
  ),
  row('never ends', 'not-exited', ofReceiver({ of: 'exit', why: 'silence' }), 'still running'),
]
