import { calls, print, replied } from './expectations.ts'
import { caseOf, crashedWith, exited, row, type Row } from './shorthands.ts'

export const printingRows: readonly Row[] = [
  row(
    'its own capitals',
    'printed-own-answer',
    caseOf('tcp client', print(), replied, { stdout: 'NA13T-D72U8L\n' }),
    "replied 'reply-oou08-é', but you printed 'NA13T-D72U8L'",
  ),
  row(
    'its own line',
    'printed-own-answer',
    caseOf('tcp client', print('exit'), replied, { ...exited(), stdout: 'na13t-d72u8l\n' }),
    "you printed 'na13t-d72u8l'",
  ),
  row(
    'a promise comes before the crash it causes',
    'printed-promise',
    caseOf(
      'tcp client',
      print('exit'),
      replied,
      {
        ...crashedWith('SocketError', 'EBADF', 'const reply = client.recv(1024)'),
        stdout: '[object Promise]\n',
      },
      'typescript',
    ),
    '[object Promise]',
    'await',
    'Then your program crashed',
  ),
  row(
    'bytes as Python shows them',
    'reply-not-printed',
    caseOf('tcp client', print('exit'), replied, { ...exited(), stdout: "b'reply-oou08-\\xc3\\xa9'\n" }),
    'how Python displays bytes',
    'reply.decode()',
  ),
  row(
    'five bytes',
    'reply-not-printed',
    caseOf('tcp client', print('exit'), replied, { ...exited(), stdout: 'reply\n' }),
    'only its beginning, 5 of 14 bytes',
  ),
  row(
    'standard error',
    'reply-not-printed',
    caseOf('tcp client', print('exit'), replied, { ...exited(), stderr: 'reply-oou08-é\n' }),
    'on your standard error',
  ),
  row(
    'Latin-1 on the screen',
    'reply-not-printed',
    caseOf('tcp client', print(), replied, { stdout: 'reply-oou08-Ã©\n' }),
    'decoded them as Latin-1',
  ),
  row(
    'left at once',
    'did-not-wait',
    caseOf(
      'udp client',
      print('exit'),
      'server receive na13t-d72u8l\nprogram exit\nserver send reply',
      exited(),
    ),
    'had already ended: you sent and left',
  ),
  row(
    'an impatient timeout',
    'did-not-wait',
    caseOf(
      'udp client',
      print('exit'),
      replied,
      crashedWith('TimeoutError', null, 'client.recvfrom(9)', 'timed out'),
    ),
    'Your own timeout',
  ),
  row(
    'two connections',
    'extra-connection',
    caseOf('tcp client', { kind: 'one-call', connections: 2, datagrams: 0 }),
    '2 connections arrived',
  ),
  row(
    'an open connection',
    'not-closed',
    caseOf('tcp client', { kind: 'close', why: 'silence' }),
    'has not seen your FIN',
  ),
  row(
    'a reset',
    'reset-connection',
    caseOf('tcp client', { kind: 'close', why: 'reset' }),
    'reset the connection (RST)',
  ),
  row(
    'an open socket',
    'not-exited',
    caseOf('udp client', { kind: 'exit', why: 'silence' }),
    'still alive: an open UDP socket',
  ),
  row(
    'exit code 1',
    'exit-code',
    caseOf('tcp client', { kind: 'exit', why: 'code' }, '', exited(1)),
    'ended with exit code 1',
  ),
  row(
    'a wrong argument',
    'crashed',
    caseOf(
      'tcp client',
      calls('exit'),
      '',
      crashedWith('ValueError', null, 'port = int(sys.argv[1])', 'invalid literal for int() with base 10'),
    ),
    '`int(sys.argv[2])`',
  ),
]
