import { alone, greeted, hear, inTheRoom, line, present, refusal } from './room.ts'
import { bytes, row, type Row } from './shorthands.ts'

export const roomNameRows: readonly Row[] = [
  row(
    'a list with the newcomer',
    'wrong-present',
    inTheRoom(hear(present, ['* present: bob2, carol3, alice1'])),
    'with its own name in it',
  ),
  row(
    'a list without somebody',
    'wrong-present',
    inTheRoom(hear(present, ['* present: bob2'])),
    "'carol3', present since before, is missing",
  ),
  row(
    'a list with somebody else',
    'wrong-present',
    inTheRoom(hear(present, ['* present: bob2, carol3, dan'])),
    "nobody of the name 'dan'",
  ),
  row(
    'a list in lower case',
    'wrong-present',
    inTheRoom(hear(line('present', 'alice1', '* present: BOB'), ['* present: bob'])),
    "the name 'BOB' is not as it was given",
  ),
  row(
    'a list without blanks',
    'wrong-present',
    inTheRoom(hear(present, ['* present: bob2,carol3'])),
    'instead of',
  ),
  row(
    'a list behind a prompt',
    'wrong-present',
    inTheRoom(hear(present, ['name? * present: bob2, carol3'])),
    "In front of the list stands 'name? '",
  ),
  row(
    'a list without its end',
    'wrong-present',
    inTheRoom(hear(present, [], { rest: bytes('* present: bob2, carol3') })),
    'without an LF',
  ),
  row('no list', 'wrong-present', inTheRoom(hear(present, ['hello'])), 'nothing about who is present'),
  row('no list for the first', 'wrong-present', inTheRoom(hear(alone, [''])), 'as the first one in the room'),
  row('a good name', 'refused-good-name', inTheRoom(hear(present, ['error: bad'])), 'which is a good one'),
  row(
    'a free name',
    'refused-good-name',
    inTheRoom(hear({ ...present, text: 'bob2' }, ['error']), `${greeted}\nbob finish`),
    "which was bob's until bob left",
  ),
  row(
    'a name at end of file',
    'waits-for-eof',
    inTheRoom(hear(alone, [], { waitedFor: 'alice' })),
    'only when it had finished its side',
  ),
  row(
    'a name behind another client',
    'one-at-a-time',
    inTheRoom(hear(alone, [], { waitedFor: 'bob' })),
    'as soon as bob had left',
  ),
  row(
    'no answer to a name',
    'no-reply',
    inTheRoom(hear(alone), 'alice connect\nalice send alice1\\n'),
    'got no answer',
  ),
  row(
    'a bad name let in',
    'took-bad-name',
    inTheRoom(hear(refusal('a b'), ['* present:'])),
    'with a blank in it, and was let in',
  ),
  row(
    'letters of all languages',
    'took-bad-name',
    inTheRoom(hear(refusal('zoé'), ['* present:'])),
    "with 'é' in it",
    'isalnum()',
  ),
  row(
    'a long name',
    'took-bad-name',
    inTheRoom(hear(refusal('a'.repeat(17)), ['welcome'])),
    'of 17 letters, and was not refused',
  ),
  row(
    'a taken name',
    'took-bad-name',
    inTheRoom(hear(refusal('bob2'), ['* present: bob2'])),
    'which somebody present has',
  ),
  row(
    'a bad name without a word',
    'wrong-refusal',
    inTheRoom(hear(refusal(''), [], { why: 'end' })),
    'an empty line, and its connection was closed without a word',
  ),
  row(
    'a refusal in other words',
    'wrong-refusal',
    inTheRoom(hear(refusal('a-b'), ['Error: no'])),
    "begins with 'error', in small letters",
  ),
  row(
    'a refusal without its end',
    'wrong-refusal',
    inTheRoom(hear(refusal('a-b'), [], { rest: bytes('error') })),
    'without an LF',
  ),
  row(
    'a refusal that asks again',
    'not-closed',
    inTheRoom(hear(refusal('a-b'), ['error'])),
    '2 s later its connection is still open',
  ),
]
