import { calls, line, went } from './expectations.ts'
import { call, caseOf, crashedWith, exited, port, row, type Row } from './shorthands.ts'

export const clientRows: readonly Row[] = [
  row(
    'nothing',
    'never-connected',
    caseOf('tcp client', calls('exit'), '', exited()),
    'No TCP connection arrived',
    'exit code 0',
  ),
  row(
    'send() before connect()',
    'never-connected',
    caseOf('tcp client', calls('exit'), '', crashedWith('BrokenPipeError', 'EPIPE', 'client.sendall(data)')),
    'a socket that has no peer',
    'connect() comes first',
  ),
  row(
    'port 12000',
    'wrong-port',
    caseOf('tcp client', calls('exit'), '', {
      ...crashedWith('ConnectionRefusedError', 'ECONNREFUSED', "client.connect(('127.0.0.1', 12000))"),
      ...went(12000),
    }),
    'went to port 12000 instead of 49871, the PORT argument',
    'ECONNREFUSED at server.py:14',
  ),
  row(
    'port 12000, which somebody answers',
    'wrong-port',
    caseOf('tcp client', calls('silence'), '', went(12000)),
    'went to port 12000',
  ),
  row(
    'another host',
    'wrong-address',
    caseOf('tcp client', calls('exit'), '', {
      ...crashedWith('ConnectionRefusedError', 'ECONNREFUSED', 'client.connect(there)'),
      ...went(port, '127.0.0.2'),
    }),
    'went to 127.0.0.2:49871 instead of 127.0.0.1:49871',
  ),
  row(
    'UDP for TCP',
    'wrong-transport',
    caseOf('tcp client', calls('different')),
    'A UDP datagram came instead of a TCP connection',
  ),
  row(
    "the server's port",
    'client-bound-port',
    caseOf('tcp client', calls('exit'), '', {
      ...crashedWith('OSError', 'EADDRINUSE', 'client.bind((host, port))'),
      calls: [call('bind', ['127.0.0.1', port])],
    }),
    "bound the SERVER's port with bind()",
    'Clients do not bind',
  ),
  row(
    'one port for two clients',
    'client-bound-port',
    caseOf('udp client', { kind: 'own-port', ports: [5555, 5555] }),
    'sent from the same port, 5555',
  ),
  row(
    "the server's own port, twice",
    'client-bound-port',
    caseOf('udp client', { kind: 'own-port', ports: [port, 40000] }),
    "the server's own port",
  ),
  row(
    'two clients, one line',
    'client-bound-port',
    caseOf('udp client', { kind: 'own-port', ports: [40000] }, 'server receive abc'),
    'only one of them sent its line',
  ),
  row(
    'two clients over TCP',
    'wrong-transport',
    caseOf('udp client', { kind: 'own-port', ports: [] }, 'server accept\nserver receive abc'),
    'TCP connections came',
  ),
  row(
    'recv() first',
    'sent-nothing',
    caseOf('tcp client', line('hello', [], 'silence'), 'server accept\ngrader deadline'),
    'the client speaks first',
  ),
  row(
    'connect() and close()',
    'sent-nothing',
    caseOf('tcp client', line('hello', [], 'end'), 'server accept\nserver end'),
    "closed without sending the line 'hello'",
  ),
  row(
    'all of standard input',
    'waits-for-stdin-eof',
    caseOf(
      'tcp client',
      line('hello', [], 'silence'),
      'server accept\ngrader deadline\ngrader stdin-closed\nserver receive hello',
    ),
    'you wait for end-of-input. Read ONE line.',
  ),
  row(
    'another line',
    'wrong-line',
    caseOf('tcp client', line('hello', ['bye'])),
    "'hello' was typed, and 'bye' arrived",
  ),
  row('capitals', 'wrong-line', caseOf('tcp client', line('hello', ['HELLO\n'])), 'the line in upper case'),
  row('the line twice', 'wrong-line', caseOf('tcp client', line('hello', ['hellohello'])), 'the line twice'),
  row(
    'two datagrams',
    'wrong-line',
    caseOf('udp client', line('hello', ['5', 'hello'])),
    '2 datagrams arrived for one line',
  ),
  row(
    'Latin-1',
    'wrong-encoding',
    caseOf('udp client', { kind: 'line', want: 'é', got: [Uint8Array.of(0xe9)], why: 'different' }),
    "'é' arrived as E9",
    'In UTF-8 it is C3 A9',
  ),
  row(
    'a letter and its accent apart',
    'wrong-encoding',
    caseOf('udp client', line('é', ['e\u0301'])),
    'from byte 0 on 65 CC 81 instead of C3 A9',
    'without normalising it',
  ),
  row(
    'question marks',
    'wrong-encoding',
    caseOf('udp client', line('é', ['?'])),
    "arrived as '?': letters are lost",
  ),
  row(
    'an encoding without the letter',
    'wrong-encoding',
    caseOf(
      'udp client',
      calls('exit'),
      '',
      crashedWith('UnicodeEncodeError', null, "client.sendto(line.encode('ascii'), there)"),
    ),
    'Encode it as UTF-8',
  ),
  row(
    'a datagram a letter',
    'split-datagram',
    caseOf('udp client', line('hello', ['h', 'e', 'l', 'l', 'o'], 'split')),
    "5 datagrams arrived for one line ('h', 'e', 'l', 'l', …)",
  ),
  row(
    'again at once',
    'resent-too-early',
    caseOf('udp client', line('hello', ['hello', 'hello', 'hello'], 'resent')),
    '3 times within a second',
  ),
]
