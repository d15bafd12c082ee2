import { headerFor } from '../../model/frame.ts'
import { connect } from './expectations.ts'
import { after, frame, hangUp } from './framing.ts'
import { crashedWith, exited, row, type Row } from './shorthands.ts'

const huge = [headerFor(0xffffffff)]
const half = [frame('hello').subarray(0, 6)]

export const hangUpRows: readonly Row[] = [
  row(
    'a length believed',
    'unbounded-length',
    after(huge, hangUp()),
    'nothing but the header FF FF FF FF, 4294967295 bytes',
    'allocate 4 GiB',
  ),
  row(
    'a length that is negative',
    'unbounded-length',
    after(huge, hangUp(headerFor(0), 'different')),
    'you answered',
    'Read as a signed number it is negative',
  ),
  row(
    'a length that kills',
    'unbounded-length',
    after(
      huge,
      connect('client 2', 'refused'),
      '',
      crashedWith('MemoryError', null, 'connection.recv(n)', ''),
    ),
    'your program failed (MemoryError at server.py:14',
    'allocate 4 GiB',
  ),
  row(
    'a frame that is too long',
    'unbounded-length',
    after([frame('a'.repeat(2 ** 21))], hangUp(frame('A'), 'different')),
    'Client 1 sent a frame with the header 00 20 00 00, 2097152 bytes, and you answered',
  ),
  row(
    'a frame that is too long, waited for',
    'unbounded-length',
    after([frame('a'.repeat(2 ** 21))], hangUp()),
    'a frame of 2097152 bytes, and 5 s later its connection is still open',
  ),
  row(
    'the end of everything',
    'exited-early',
    after(huge, hangUp(), '', exited()),
    'Client 1 sent the header FF FF FF FF, and your whole program ended (exit code 0)',
  ),
  row(
    'half a frame answered',
    'answered-half-a-frame',
    after(half, hangUp(frame('HE'), 'different'), 'client 1 finish'),
    "after 2 bytes of a payload of 5, and you answered 00 00 00 02 'HE'",
  ),
  row(
    'half a frame waited for',
    'missed-eof',
    after(half, hangUp(), 'client 1 finish', { busy: 0.9 }),
    'recv() returned 0 bytes, end of file',
    'processor busy',
  ),
]
