import { headerFor } from '../../model/frame.ts'
import { after, frame, hello, inPieces, join, wants } from './framing.ts'
import { bytes, crashedWith, row, type Row } from './shorthands.ts'

export const framesRows: readonly Row[] = [
  row(
    'a little-endian reply',
    'wrong-byte-order',
    after(hello, wants('hello', join(headerFor(5).toReversed(), bytes('HELLO')))),
    'Length 5 came back as 05 00 00 00',
    'Network byte order is big-endian, 00 00 00 05',
  ),
  row(
    'a little-endian reader',
    'wrong-byte-order',
    {
      ...after(hello, wants('hello', new Uint8Array(), 'end')),
      transcript: [
        ...after(hello, wants('hello', new Uint8Array(), 'end'), 'grader deadline').transcript,
        {
          atMs: 1,
          actor: 'client 1 again',
          event: 'send',
          bytes: join(headerFor(5).toReversed(), bytes('hello')),
        },
        { atMs: 2, actor: 'client 1 again', event: 'receive', bytes: bytes('HELLO') },
      ],
    },
    "but 05 00 00 00 'hello' is answered",
    'network byte order is big-endian, 00 00 00 05 is 5',
  ),
  row(
    'part of a header in a crash',
    'short-read',
    after(
      [...inPieces, bytes('hello')],
      wants('hello', new Uint8Array(), 'end'),
      '',
      crashedWith('error', null, "struct.unpack('>I', header)", 'unpack requires a buffer of 4 bytes'),
    ),
    'recv(4) returned fewer than 4 bytes',
    'loop until you have 4',
  ),
  row(
    'part of a header taken for all of it',
    'short-read',
    after([...inPieces, bytes('hello')], wants('hello', headerFor(0))),
    'recv(4) returned 1 byte',
    '4 is a maximum',
  ),
  row(
    'a hang-up on part of a header',
    'short-read',
    {
      ...after([], wants('hello', new Uint8Array(), 'end')),
      transcript: [
        { atMs: 0, actor: 'client 1', event: 'send', bytes: Uint8Array.of(0) },
        { atMs: 1, actor: 'client 1', event: 'end' },
        { atMs: 2, actor: 'client 1', event: 'send', bytes: Uint8Array.of(0, 0, 5) },
      ],
    },
    'after 1 byte of it you closed the connection',
  ),
  row(
    'part of a payload',
    'short-read',
    after([frame('he', 5), bytes('llo')], wants('hello', frame('HE'))),
    'The header says 5, one recv() gave only 2 of them, and you took that for all.',
  ),
  row(
    'characters',
    'counted-characters',
    after([frame('hé')], wants('hé', frame('HÉ', 2))),
    'The header says 2 (00 00 00 02), but 3 bytes follow',
    'counted characters',
  ),
  row(
    'the header counts itself',
    'wrong-header',
    after(hello, wants('hello', frame('HELLO', 9))),
    'it counts its own four bytes',
  ),
  row(
    'the header of the request',
    'wrong-header',
    after([frame('ﬁ')], wants('ﬁ', frame('FI', 3))),
    '3 is the length of what came',
  ),
  row(
    'no header',
    'wrong-header',
    after(hello, wants('hello', bytes('HELLO'))),
    "You replied 'HELLO' without a header",
    '48 45 4C 4C',
  ),
  row(
    'a header of digits',
    'wrong-header',
    after(hello, wants('hello', bytes('5HELLO'))),
    "You sent the length as text, '5' (35)",
  ),
  row(
    'a short payload',
    'reply-cut-short',
    after(hello, wants('hello', frame('HEL', 5), 'end')),
    'The header is right, the payload is short',
    'only 3 bytes of payload followed; then you closed',
  ),
  row(
    'half a header',
    'wrong-header',
    after(hello, wants('hello', Uint8Array.of(0, 5))),
    '2 bytes of a header of 4',
  ),
  row(
    'unchanged',
    'wrong-reply',
    after(hello, wants('hello', frame('hello'))),
    "a frame that holds 'hello'",
    'unchanged',
  ),
  row(
    'a payload without its end',
    'reply-cut-short',
    after([frame('hello \n')], wants('hello \n', frame('HELLO'))),
    "Your frame holds 5 of 7 bytes: ' \\n' is missing at the end",
  ),
  row(
    'another payload',
    'wrong-reply',
    after(hello, wants('hello', frame('BYE'))),
    "Client 1 received the frame 00 00 00 03 'BYE' instead of 00 00 00 05 'HELLO'.",
  ),
  row(
    'the rest thrown away',
    'lost-rest',
    {
      ...after([join(frame('a'), frame('b'))], wants('b', new Uint8Array(), 'silence')),
      transcript: [
        { atMs: 0, actor: 'client 1', event: 'send', bytes: join(frame('a'), frame('b')) },
        { atMs: 1, actor: 'client 1', event: 'receive', bytes: frame('A') },
      ],
    },
    '2 frames came together, and client 1 got 1 reply',
    'Keep the REST',
  ),
  row(
    'three frames taken for one',
    'lost-rest',
    after([join(frame('a'), frame('b'))], wants('a', frame('A\0\0\0\u0001B'))),
    '2 frames came together, and you took them for one: your answer holds 6 bytes',
  ),
  row(
    'one frame a connection',
    'closed-without-reply',
    {
      ...after([], wants('b', new Uint8Array(), 'end')),
      transcript: [
        { atMs: 0, actor: 'client 1', event: 'send', bytes: join(frame('a'), frame('b')) },
        { atMs: 1, actor: 'client 1', event: 'receive', bytes: frame('A') },
      ],
    },
    'got 1 reply; then you closed the connection',
  ),
  row(
    'silence',
    'no-reply',
    after(hello, wants('hello', new Uint8Array(), 'silence'), 'grader deadline'),
    "Client 1 sent the frame 00 00 00 05 'hello' and got no answer",
  ),
]
