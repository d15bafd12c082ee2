import { stream, connect, listening, hello, served, second, waiting } from './expectations.ts'
import { caseOf, crashedWith, port, row, type Row } from './shorthands.ts'

export const socketsRows: readonly Row[] = [
  row(
    'the listener closed, refused',
    'listener-closed',
    caseOf(
      'tcp server',
      connect('client 2', 'refused'),
      `${served}\nclient 2 refused`,
      crashedWith('OSError', 'EBADF', 'connection, address = server.accept()'),
    ),
    'client 2 was refused (ECONNREFUSED)',
    'you closed the LISTENING socket',
    'accept() failed (EBADF at server.py:14',
  ),
  row(
    'the listener closed, reset, still alive',
    'listener-closed',
    caseOf(
      'tcp server',
      stream('client 2', 'WORLD', '', 'reset'),
      second.replace('\ngrader', '\nclient 2 reset\ngrader'),
      { sockets: [] },
    ),
    'client 2 was cut off (ECONNRESET)',
  ),
  row(
    'the listener closed, end of stream, still alive',
    'listener-closed',
    caseOf('tcp server', stream('client 2', 'WORLD', '', 'end'), second, { sockets: [] }),
    'client 2 got no answer',
  ),
  row(
    'the listener shut down',
    'listener-closed',
    caseOf(
      'tcp server',
      connect('client 2', 'refused'),
      served,
      crashedWith('OSError', 'EINVAL', 'server.accept()'),
    ),
    'EINVAL',
  ),
  row(
    'a listener for every client',
    'listener-closed',
    caseOf('tcp server', connect('client 2', 'refused'), served, { sockets: [listening(port)] }),
    'a new listening socket for every client',
  ),
  row(
    'the earlier one of two waits for ever',
    'lost-waiting-client',
    caseOf(
      'tcp server',
      stream('client 2', 'welcome 2\n'),
      `${waiting}\ngrader deadline\nclient 3 receive welcome 2\\n`,
    ),
    'only the later one, client 3, was served',
    'it got nothing',
  ),
  row(
    'the earlier one of two is closed',
    'lost-waiting-client',
    caseOf(
      'tcp server',
      stream('client 2', 'welcome 2\n', '', 'end'),
      `${waiting}\nclient 2 end\nclient 3 receive welcome 2\\n`,
    ),
    'closed without an answer',
  ),
  row(
    'the earlier one of two is reset',
    'lost-waiting-client',
    caseOf(
      'tcp server',
      stream('client 2', 'welcome 2\n', '', 'reset'),
      `${waiting}\nclient 2 reset\nclient 3 receive welcome 2\\n`,
    ),
    'was reset',
  ),
  row(
    'the last one first',
    'served-out-of-order',
    caseOf(
      'tcp server',
      stream('client 2', 'welcome 2\n', 'welcome 3\n'),
      `${waiting}\nclient 3 receive welcome 2\\n\nclient 2 receive welcome 3\\n`,
    ),
    'client 3 was served before it',
  ),
  row(
    'recv() on the listening socket',
    'used-listening-socket',
    caseOf(
      'tcp server',
      stream('client 1', 'HELLO', '', 'end'),
      hello,
      crashedWith('OSError', 'ENOTCONN', 'data = server.recv(1024)'),
    ),
    'called recv() on the listening socket (ENOTCONN at server.py:14: `data = server.recv(1024)`)',
    'NEW socket',
  ),
  row(
    'send() on the listening socket',
    'used-listening-socket',
    caseOf(
      'tcp server',
      stream('client 1', 'HELLO', '', 'end'),
      `${hello}\nclient 1 end`,
      crashedWith('BrokenPipeError', 'EPIPE', 'server.sendall(data)'),
    ),
    'called sendall() on the listening socket (EPIPE',
  ),
  row(
    'the listening socket handed over',
    'used-listening-socket',
    caseOf(
      'tcp server',
      stream('client 1', 'welcome 1\n', '', 'end'),
      'client 1 connect\nclient 1 end',
      crashedWith('OSError', 'EBADF', 'connection, address = server.accept()'),
    ),
    'used and closed the LISTENING socket',
    'NEW socket for this client',
  ),
  row(
    'text where bytes belong',
    'text-not-bytes',
    caseOf(
      'tcp server',
      stream('client 1', 'HELLO', '', 'end'),
      hello,
      crashedWith('TypeError', null, 'connection.send(text)', "a bytes-like object is required, not 'str'"),
    ),
    'send() takes bytes, and you passed text at server.py:14',
    'encode',
  ),
  row(
    'text added to bytes',
    'text-not-bytes',
    caseOf(
      'tcp server',
      stream('client 1', 'HELLO', '', 'end'),
      hello,
      crashedWith('TypeError', null, "reply = data + '!'", "can't concat str to bytes"),
    ),
    'You mix text and bytes at server.py:14',
  ),
]
