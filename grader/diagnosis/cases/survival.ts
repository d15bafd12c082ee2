import { connect, listening, stream } from './expectations.ts'
import { call, caseOf, crashedWith, exited, port, row, type Row } from './shorthands.ts'

const served = 'client 1 connect\nclient 1 send hello\nclient 1 receive HELLO\nclient 1 finish'
const rude = 'client 1 connect\nclient 1 send hello\nclient 1 abort'

const silent = 'client 1 connect\nclient 1 finish'
const unanswered = 'client 2 connect\nclient 2 send world\ngrader deadline'

const crowds = (...left: readonly [number, number, number]) => ({
  kind: 'descriptors' as const,
  before: 6,
  crowds: [
    { did: 'got their answer', clients: 50, left: left[0] },
    { did: 'left without a word', clients: 60, left: left[1] },
    { did: 'reset their connection', clients: 90, left: left[2] },
  ],
})

/** Servers that have to outlive their clients, and themselves. */
export const survivalRows: readonly Row[] = [
  row(
    'a send() into a connection that was reset',
    'died-on-reset',
    caseOf(
      'tcp server',
      stream('client 2', 'WORLD', '', 'reset'),
      `${rude}\nprogram exit`,
      crashedWith('ConnectionResetError', 'ECONNRESET', 'connection.sendall(data.upper())'),
    ),
    'Client 1 left before your answer; sendall() failed (ECONNRESET at server.py:14',
    'ended your whole server',
  ),
  row(
    'the end at the end of a served client',
    'ended-after-first-client',
    caseOf('tcp server', connect('client 2', 'refused'), `${served}\nprogram exit\nclient 1 end`, exited()),
    'closed its side, and then your program ended (exit code 0)',
    'it left the ACCEPT loop, not the recv loop',
  ),
  row(
    'the end right after the reply',
    'ended-after-first-client',
    caseOf(
      'tcp server',
      connect('client 2', 'refused'),
      `${served.replace('client 1 finish', 'client 1 end\nclient 1 finish')}\nprogram exit`,
      exited(),
    ),
    'inside a loop that never ends',
  ),
  row(
    'a restart without SO_REUSEADDR',
    'address-in-use',
    caseOf('tcp server', connect('client 3', 'exit', true), 'grader restart', {
      ...crashedWith('OSError', 'EADDRINUSE', "server.bind(('', port))"),
      calls: [call('bind', ['', port])],
    }),
    'started again at once',
    'EADDRINUSE at server.py:14',
    'TIME_WAIT',
    'SO_REUSEADDR',
  ),
  row(
    'connections kept of those who reset them',
    'leaked-descriptors',
    caseOf('tcp server', crowds(0, 1, 45)),
    '200 clients came and went, and 46 descriptors more are open (6 before, 52 now)',
    'the clients who reset their connection: there close() is skipped',
    'finally',
  ),
  row(
    'connections kept of everybody',
    'leaked-descriptors',
    caseOf('tcp server', crowds(50, 60, 90)),
    'Every client leaves some: nothing closes its connection',
  ),
  row(
    'files kept of everybody',
    'leaked-descriptors',
    caseOf('tcp server', crowds(50, 60, 90), '', { sockets: [listening(port)] }),
    'they are no connections',
  ),
  row(
    'no client after a reset',
    'served-only-once',
    caseOf('tcp server', stream('client 2', 'WORLD'), `${rude}\n${unanswered}`, { busy: 0.9 }),
    'Client 1 reset its connection, and since then your server serves nobody',
    'client 2 connected but got nothing',
    'a loop that waits for nothing',
  ),
  row(
    'no client after an end of file',
    'served-only-once',
    caseOf('tcp server', stream('client 2', 'WORLD'), `${silent}\n${unanswered}`),
    'Client 1 closed without sending anything, and since then',
    'end of file',
  ),
  row(
    'the listener closed after a reset',
    'listener-closed',
    caseOf(
      'tcp server',
      stream('client 2', 'WORLD', '', 'reset'),
      `${silent.replace('finish', 'abort')}\nclient 2 connect`,
      crashedWith('OSError', 'EBADF', 'connection, address = server.accept()'),
    ),
    'you closed the LISTENING socket, and accept() failed',
  ),
]
