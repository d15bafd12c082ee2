import { connect, listening, bound } from './expectations.ts'
import { call, caseOf, crashedWith, port, row, type Row } from './shorthands.ts'

export const reachRows: readonly Row[] = [
  row(
    'nothing at all',
    'never-listened',
    caseOf('tcp server', connect('client 1', 'refused'), '', { sockets: [], busy: 0.98 }),
    'Nothing listens on port 49871',
    'busy',
  ),
  row(
    'UDP without bind()',
    'never-bound',
    caseOf('udp server', connect('client 1', 'refused'), '', { sockets: [bound(40123)] }),
    'a server needs bind()',
  ),
  row(
    'accept() without listen()',
    'bound-not-listening',
    caseOf(
      'tcp server',
      connect('client 1', 'exit'),
      '',
      crashedWith('OSError', 'EINVAL', 'connection, address = server.accept()'),
    ),
    'listen() turns a bound socket into one that accepts handshakes',
  ),
  row(
    'bind() and then nothing',
    'bound-not-listening',
    caseOf('tcp server', connect('client 1', 'refused'), '', {
      sockets: [],
      calls: [call('bind', ['', port])],
    }),
    'every connection is refused',
  ),
  row(
    'port 12000 whatever the argument',
    'wrong-port',
    caseOf('tcp server', connect('client 1', 'refused'), '', { sockets: [listening(12000)] }),
    'Nothing listens on port 49871 (your argument)',
    'listens on 12000',
  ),
  row(
    'port 12000 while it is taken',
    'wrong-port',
    caseOf('tcp server', connect('client 1', 'exit'), '', {
      ...crashedWith('OSError', 'EADDRINUSE', "server.bind(('', 12000))"),
      calls: [call('bind', ['', 12000])],
    }),
    'tried port 12000, which is taken (EADDRINUSE at server.py:14',
  ),
  row(
    'IPv6 only',
    'wrong-address',
    caseOf('tcp server', connect('client 1', 'refused'), '', { sockets: [listening(port, '::1')] }),
    'TCP [::1]:49871',
    '127.0.0.1 cannot reach it',
  ),
  row(
    'UDP for TCP',
    'wrong-transport',
    caseOf('tcp server', connect('client 1', 'refused'), '', { sockets: [bound(port)] }),
    'Your program uses UDP on port 49871',
    'SOCK_STREAM',
  ),
  row(
    'listen() on a UDP socket, where TCP is meant',
    'wrong-transport',
    caseOf(
      'tcp server',
      connect('client 1', 'exit'),
      '',
      crashedWith('OSError', 'EOPNOTSUPP', 'server.listen(5)'),
    ),
    'This exercise is about TCP',
  ),
  row(
    'two sockets on one port',
    'address-in-use',
    caseOf('tcp server', connect('client 1', 'exit'), '', {
      ...crashedWith('OSError', 'EADDRINUSE', "other.bind(('', port))"),
      calls: [call('bind', ['', port])],
    }),
    'binds port 49871 twice',
  ),
]
