import { hear, inTheRoom, joined, left, overheard, rude, stalled } from './room.ts'
import { crashedWith, row, type Row } from './shorthands.ts'

export const roomRows: readonly Row[] = [
  row(
    'a notice in other words',
    'wrong-notice',
    inTheRoom(hear(joined, ['* bob2 has joined'])),
    "received '* bob2 has joined' instead of '* bob2 joined'",
  ),
  row('no notice', 'missing-notice', inTheRoom(hear(joined)), "Bob joined as 'bob2', and alice was not told"),
  row(
    'a notice for some',
    'missing-notice',
    inTheRoom(hear(left, ['* bob2 joined'], { others: ['carol', 'dave'] })),
    'carol and dave were told, but alice was not',
    'the next one is skipped',
  ),
  row(
    'no notice after a reset',
    'missing-notice',
    inTheRoom(hear(left), rude),
    'left with a reset (RST)',
    'After a reset recv() fails',
  ),
  row(
    'no notice after an error',
    'missing-notice',
    inTheRoom(hear(left), rude, {
      ...crashedWith('ConnectionResetError', 'ECONNRESET', 'c.recv(99)'),
      exit: null,
    }),
    'Your program printed ConnectionResetError',
  ),
  row(
    'a late notice',
    'missing-notice',
    inTheRoom(hear(joined, [], { waitedFor: 'carol' })),
    'only when carol had left',
  ),
  row(
    'one goes, another is cut off',
    'cut-off-bystander',
    inTheRoom(hear(left, [], { why: 'end' }), rude),
    'and then the connection of alice was closed',
  ),
  row(
    'an own message',
    'heard-itself',
    inTheRoom(overheard('[alice1] hi', 'own')),
    'a copy of its own message',
  ),
  row(
    'an own notice',
    'heard-itself',
    inTheRoom(overheard('* alice1 joined', 'own')),
    'a notice about itself',
  ),
  row(
    'a client without a name',
    'unnamed-hears',
    inTheRoom(overheard('[bob2] hi', 'unnamed')),
    'has not given a name yet',
  ),
  row(
    'a notice about nobody',
    'announced-nobody',
    inTheRoom(overheard('* None left', 'nobody')),
    'that is bob, who was never let in',
  ),
  row('a message twice', 'extra-bytes', inTheRoom(overheard('[bob2] hi', 'again')), 'a second time'),
  row(
    'a room that waits',
    'stalled-by-slow-reader',
    inTheRoom(stalled('silence')),
    'Dave does not read. Bob said 4.0 MiB, alice heard 3.0 MiB',
  ),
  row(
    'a listener cut off',
    'cut-off-bystander',
    inTheRoom(stalled('end')),
    'Dave reads nothing while bob talks',
  ),
]
