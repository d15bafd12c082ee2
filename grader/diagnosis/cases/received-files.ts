import type { Arrival } from '../../model/expectation-rdt.ts'
import { arrival, blocks, ofReceiver } from './deliveries.ts'
import { bytes, exited, row, type Row } from './shorthands.ts'

const file = (got: string | null, arrived: readonly Arrival[] = [], program = exited()) =>
  ofReceiver({ of: 'file', want: blocks, got: got === null ? null : bytes(got) }, arrived, program)

export const receivedFileRows: readonly Row[] = [
  row('no file', 'wrong-file', file(null), 'there is no file OUTFILE'),
  row('an empty file', 'wrong-file', file(''), 'OUTFILE is empty'),
  row('not written yet', 'wrong-file', file('', [], {}), 'still running, 3 s after FIN'),
  row('the beginning only', 'wrong-file', file('abcdef'), 'only the first 6 of 12 bytes'),
  row('a block left out', 'wrong-file', file('abcdijkl'), 'Block 2 is missing'),
  row('every second one', 'wrong-file', file('efgh'), 'Blocks 1, 3 are missing'),
  row(
    'the data beside FIN left out',
    'wrong-file',
    file('abcdefgh', [arrival(3, { fin: true })]),
    'in the packet with FIN',
  ),
  row('the header, too', 'wrong-file', file('....abcd....efgh'), 'begins with the header'),
  row('something else', 'wrong-file', file('abcdefXhijkl'), 'From byte 6 on, in block 2'),
  row('and more', 'wrong-file', file('abcdefghijkl!'), 'After the last block'),
  row(
    'a block twice',
    'wrote-twice',
    file('abcdefghefghijkl', [arrival(2), arrival(2, { how: 'again' })]),
    'Block 2 is in the file twice. Packet 2 arrived twice.',
  ),
  row(
    "a stranger's block",
    'took-stranger',
    file('abcdevilijkl', [arrival(2, { how: 'stray', payload: bytes('evil') })]),
    "'evil' is in your file",
  ),
  row('made text of', 'decoded-file', file('abcdef\ufffdhijkl'), 'EF BF BD'),
]
