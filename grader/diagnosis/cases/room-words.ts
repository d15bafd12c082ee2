import { greeted, hear, inTheRoom, said, talked } from './room.ts'
import { bytes, crashedWith, row, type Row } from './shorthands.ts'

export const roomWordRows: readonly Row[] = [
  row(
    'a message in other words',
    'wrong-tag',
    inTheRoom(hear(said, ['bob2: good morning']), talked),
    "received 'bob2: good morning' instead of",
  ),
  row(
    'a message in capitals',
    'wrong-tag',
    inTheRoom(hear(said, ['[bob2] Good  Morning']), talked),
    'letter by letter',
  ),
  row(
    'a message without its end',
    'wrong-tag',
    inTheRoom(hear(said, [], { rest: bytes(said.line) }), talked),
    'without an LF',
  ),
  row(
    'a message in pieces',
    'chunk-for-message',
    inTheRoom(
      hear(said, ['[bob2] good mo', '[bob2] rning']),
      `${greeted}\nbob send good mo\nbob send rning\\n`,
    ),
    "'good mo' + 'rning\\n'",
  ),
  row(
    'a name and a message',
    'chunk-for-message',
    inTheRoom(hear(said, ['* bob2 good morning joined']), 'bob send bob2\\ngood morning\\n'),
    'as two lines in one piece',
  ),
  row(
    'a name and a message, refused',
    'chunk-for-message',
    inTheRoom(hear(said), 'bob send bob2\\ngood morning\\n\nbob receive error\\n'),
    'and was refused',
  ),
  row(
    'the second of two messages',
    'lost-rest',
    inTheRoom(hear(said), `${greeted}\nbob send hi\\ngood morning\\n`),
    'did not hear the second',
  ),
  row(
    'words of two clients',
    'mixed-clients',
    inTheRoom(
      hear(said, ['[bob2] halfaline good morning']),
      `${greeted}\ncarol send halfaline\nbob send good morning\\n`,
    ),
    'that carol had sent',
  ),
  row('nobody hears', 'not-broadcast', inTheRoom(hear(said), talked), 'and alice did not hear it'),
  row(
    'some hear',
    'not-broadcast',
    inTheRoom(hear(said, [], { others: ['carol'] }), talked),
    'carol heard it, but alice did not',
  ),
  row(
    'an echo',
    'not-broadcast',
    inTheRoom(hear(said), `${talked}\nbob receive good morning`),
    'that is an echo',
  ),
  row(
    'only on the screen',
    'not-broadcast',
    inTheRoom(hear(said), talked, { stdout: 'good morning' }),
    'on your own screen',
  ),
  row(
    'a message at end of file',
    'waits-for-eof',
    inTheRoom(hear(said, [], { waitedFor: 'bob' }), talked),
    'only when bob had finished',
  ),
  row(
    'a message behind a silent client',
    'one-at-a-time',
    inTheRoom(hear(said, [], { waitedFor: 'carol' }), talked),
    'only when carol had left',
  ),
  row(
    'a handler that fails',
    'crashed',
    inTheRoom(hear(said), talked, { ...crashedWith('NameError', null, 'tell(lin)'), exit: null }),
    "Bob said 'good morning', and the code that should answer failed",
  ),
]
