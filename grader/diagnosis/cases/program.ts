import { stream, connect, hello, served, second } from './expectations.ts'
import { call, caseOf, crashedWith, errorAt, exited, row, type Row } from './shorthands.ts'

export const programRows: readonly Row[] = [
  row(
    'a line that does not parse',
    'does-not-parse',
    caseOf('tcp server', connect('client 1', 'exit'), '', {
      ...crashedWith('SyntaxError', null, 'print "x"', 'invalid syntax'),
      stderr: '    print "x"\n          ^\nSyntaxError: invalid syntax',
    }),
    'server.py:14: SyntaxError: invalid syntax.',
  ),
  row(
    'a crash',
    'crashed',
    caseOf(
      'tcp server',
      stream('client 1', 'HELLO', '', 'end'),
      hello,
      crashedWith('NameError', null, 'conection.close()', "name 'conection' is not defined"),
    ),
    'crashed at server.py:14: `conection.close()`',
    'after client 1 had sent 5 bytes',
    'NameError',
    'spelt the same',
  ),
  row(
    'a crash of a thread only',
    'crashed',
    caseOf('tcp server', stream('client 1', 'HELLO'), `${hello}\ngrader deadline`, {
      error: errorAt('IndexError', null, 'first = data[9]'),
    }),
    'the code that should answer failed at server.py:14',
    'while your program runs on',
  ),
  row(
    'a traceback after our own reset is no cause',
    'no-reply',
    caseOf('tcp server', stream('client 1', 'HELLO'), `${hello}\ngrader deadline`, {
      error: errorAt('ConnectionResetError', 'ECONNRESET', 'data = c.recv(9)'),
    }),
    'got no answer within 5 s',
  ),
  row(
    'a crash because a client left with a reset',
    'died-on-reset',
    caseOf(
      'tcp server',
      connect('client 2', 'refused'),
      `${hello}\nclient 1 abort\nprogram exit`,
      crashedWith('ConnectionResetError', 'ECONNRESET', 'data = connection.recv(1024)'),
    ),
    'Client 1 reset its connection before your answer, and your whole server ended',
    'ConnectionResetError: no luck at server.py:14',
    'catch errors per connection',
  ),
  row(
    'the same, while the answer to another client was on its way',
    'died-on-reset',
    caseOf(
      'tcp server',
      connect('client 3', 'refused'),
      `${hello}\nclient 2 connect\nclient 2 send hello\nclient 1 abort\nclient 2 receive hello\nprogram exit`,
      crashedWith('ConnectionResetError', 'ECONNRESET', 'data = connection.recv(1024)'),
    ),
    'Client 1 reset its connection',
  ),
  row(
    'another crash, after a client had left with a reset',
    'crashed',
    caseOf(
      'tcp server',
      connect('client 2', 'refused'),
      `${hello}\nclient 1 abort\nprogram exit`,
      crashedWith('NameError', null, 'conection.close()'),
    ),
    'crashed at server.py:14',
  ),
  row(
    'input() in a server',
    'crashed',
    caseOf(
      'tcp server',
      connect('client 1', 'exit'),
      '',
      crashedWith('EOFError', null, 'port = int(input())', 'EOF when reading a line'),
    ),
    'Nobody sits at the keyboard',
    '`int(sys.argv[1])`',
  ),
  row(
    'an exit code and a last word',
    'crashed',
    caseOf('tcp server', connect('client 1', 'exit'), '', { ...exited(1), stderr: 'cannot start\n' }),
    "exit code 1. It printed 'cannot start'.",
  ),
  row(
    'a normal end before anybody came',
    'exited-early',
    caseOf('tcp server', connect('client 1', 'exit'), '', exited()),
    'ended (exit code 0) before anybody could connect',
  ),
  row(
    'a normal end instead of a reply',
    'exited-early',
    caseOf('tcp server', stream('client 1', 'HELLO', '', 'end'), hello, { ...exited(), stdout: 'HELLO\n' }),
    "Client 1 sent 'hello', and your program ended",
    "printed 'HELLO' on your own screen",
  ),
  row(
    'the end after client 1, refused',
    'ended-after-first-client',
    caseOf('tcp server', connect('client 2', 'refused'), served, exited()),
    'Client 1 was served',
    'exit code 0',
    'inside a loop',
  ),
  row(
    'the end after client 1, reset',
    'ended-after-first-client',
    caseOf('tcp server', stream('client 2', 'WORLD', '', 'reset'), second, exited()),
    'Client 1 was served',
  ),
  row(
    'a Node program that only an open socket keeps alive',
    'ended-after-first-client',
    caseOf(
      'tcp server',
      stream('client 2', 'WORLD'),
      second,
      { calls: [call('listen'), call('accept', undefined, { waits: true }), call('accept')] },
      'typescript',
    ),
    'came to its end: only the open listening socket keeps it alive',
  ),
  row(
    'an endless print',
    'output-flood',
    caseOf('tcp server', stream('client 1', 'HELLO'), hello, {
      flooded: true,
      exit: { code: null, signal: 'SIGKILL' },
    }),
    'more than 8 MiB',
  ),
]
