import type { Cell, KnownKey, Question } from '../model/question.ts'
import { judgeAnswer, malformed } from './judge.ts'

const ask = 'Well?'
const calls: Question = { kind: 'calls', ask }
const rows: Question = { kind: 'rows', ask, columns: [['tcp-server', 'udp-server']] }
const column = (...texts: string[]): Cell[] => texts.map((each, i) => ({ text: each, line: i + 3, row: i }))

const keys: Record<string, KnownKey> = {
  calls: {
    kind: 'calls',
    required: ['socket', 'bind', 'listen'],
    before: [
      ['socket', 'bind'],
      ['bind', 'listen'],
      ['listen', 'accept'],
    ],
    optional: ['connect'],
    wrong: { connect: 'It waits.', recvfrom: 'No.' },
    onListener: 'Not there.',
  },
  rows: {
    kind: 'rows',
    pairs: [{ columns: ['tcp-server', 'udp-server'], alone: ['listen'], alike: [['recv', 'recvfrom']] }],
    why: 'So it is.',
  },
}

test.each<[string, Question, unknown, number, string]>([
  ['a column', calls, column('socket()', 'bind()', 'listen()'), 1, ''],
  [
    'a column of code',
    calls,
    column('s = socket(AF_INET, SOCK_STREAM)', 's.setsockopt(…)', "s.bind(('', 12000))", 's.listen(1)'),
    1,
    '',
  ],
  ['bare words', calls, column('socket', 'bind', 'listen', ''), 1, ''],
  ['words for calls', calls, column('Create a socket', 'Bind it', 'Listen', 'no connect() needed'), 1, ''],
  [
    'a call that is denied',
    calls,
    column('socket()', 'bind()', 'listen() is not needed'),
    0.5,
    '`listen()` is missing.',
  ],
  ['Node, whose listen binds', calls, column('net.createServer()', 'server.listen(12000)'), 1, ''],
  ['create_server', calls, column("socket.create_server(('', 12000))"), 1, ''],
  ['a call missing', calls, column('socket()', 'listen()'), 0.5, '`bind()` is missing.'],
  [
    'calls in the wrong order',
    calls,
    column('socket()', 'listen()', 'bind()'),
    0.5,
    'bind() must come before listen().',
  ],
  [
    'a call that is wrong here',
    calls,
    column('socket()', 'bind()', 'listen()', 'connect()'),
    0.5,
    'answers.md:6 has connect(): It waits.',
  ],
  [
    'the same, called optional',
    calls,
    column('socket()', 'bind()', 'listen()', 'connect() (optional)'),
    1,
    '',
  ],
  [
    'an optional call that is never right',
    calls,
    column('socket()', 'bind()', 'listen()', 'recvfrom() (optional)'),
    0.5,
    'No.',
  ],
  [
    'data on the listener',
    calls,
    column('s = socket()', 's.bind(a)', 's.listen()', 's.accept()', 's.recv(9)'),
    0.5,
    'Not there.',
  ],
  ['no call at all', calls, column('first', 'second'), 0, 'are missing'],
  [
    'a counterpart that is denied',
    rows,
    { 'tcp-server': column('listen()', 'Receive'), 'udp-server': column('no listen()', 'receive') },
    1,
    '',
  ],
  [
    'rows side by side',
    rows,
    { 'tcp-server': column('listen()', 'recv()'), 'udp-server': column('—', 'recvfrom()') },
    1,
    '',
  ],
  [
    'a counterpart that is none',
    rows,
    { 'tcp-server': column('listen()', 'recv()'), 'udp-server': column('bind()', 'recvfrom()') },
    0,
    'listen() has bind() beside it',
  ],
  [
    'rows apart',
    rows,
    { 'tcp-server': column('listen()', 'recv()'), 'udp-server': column('', '', 'recvfrom()') },
    0,
    'do not stand in one row',
  ],
])('%s', (_, question, answer, share, says) => {
  expect(malformed(question, answer)).toBeNull()
  const result = judgeAnswer(keys[question.kind] as KnownKey, answer, {
    name: 'tcp-server',
    file: 'answers.md',
  })
  expect(result.share).toBe(share)
  expect(result.message).toContain(says)
})

test.each<[Question, unknown, string]>([
  [calls, 'socket()', 'must be a column'],
  [rows, { 'tcp-server': [], 'udp-server': null }, 'needs a table with the column `udp-server`.'],
])('the shape of %j, given %j', (question, answer, says) => {
  expect(malformed(question, answer)).toContain(says)
})
